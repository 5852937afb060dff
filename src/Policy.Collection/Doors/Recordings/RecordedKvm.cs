using System.Globalization;

namespace Policy.Collection.Doors.Recordings;

/// <summary>The answers of <c>/dev/kvm</c>, written down one by one.</summary>
internal static class RecordedKvm
{
    /// <summary>The answers of the device, or those of the journal.</summary>
    internal static KvmAnswer Of(Host host, Func<KvmAnswer> ask)
    {
        var asked = new Lazy<KvmAnswer>(ask);
        return new KvmAnswer(
            Part("open", RecordedText.Plain, answer => answer.Open),
            Part("api-version", RecordedText.Number, answer => answer.ApiVersion),
            Part("create-vm", RecordedText.Plain, answer => answer.CreateVm),
            Part("create-vcpu", RecordedText.Plain, answer => answer.CreateVcpu),
            number => Part(string.Create(CultureInfo.InvariantCulture, $"capability {number}"), RecordedText.Number, answer => answer.Extensions(number)));

        Reading<T> Part<T>(string subject, RecordedText<T> text, Func<KvmAnswer, Reading<T>> part) =>
            host.Ask(Questions.Kvm, subject, text, () => part(asked.Value));
    }
}
