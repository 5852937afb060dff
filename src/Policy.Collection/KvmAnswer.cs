namespace Policy.Collection;

/// <summary>What <c>/dev/kvm</c> answered, question by question; a later question is not asked after an earlier error.</summary>
/// <param name="Open"><c>ok</c> or the error's name; failed if it was not allowed to ask.</param>
/// <param name="ApiVersion">The answer to KVM_GET_API_VERSION.</param>
/// <param name="CreateVm"><c>ok</c> or the error's name.</param>
/// <param name="CreateVcpu"><c>ok</c> or the error's name.</param>
/// <param name="Extensions">Answers of KVM_CHECK_EXTENSION by capability number.</param>
public sealed record KvmAnswer(
    Reading<string> Open,
    Reading<int> ApiVersion,
    Reading<string> CreateVm,
    Reading<string> CreateVcpu,
    Func<int, Reading<int>> Extensions);
