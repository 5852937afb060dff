using System.Globalization;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Doors.Recordings;

/// <summary>How an answer stands in a journal.</summary>
/// <param name="Write">Its text.</param>
/// <param name="TryRead">Reads the text.</param>
internal sealed record RecordedText<T>(Func<T, string> Write, TryReadText<T> TryRead);

/// <summary>Reads the text of an answer.</summary>
/// <returns>False if it is none.</returns>
internal delegate bool TryReadText<T>(string text, out T value);

/// <summary>The forms of the answers.</summary>
internal static class RecordedText
{
    /// <summary>A text as it is.</summary>
    internal static readonly RecordedText<string> Plain = new(text => text, (text, out value) =>
    {
        value = text;
        return true;
    });

    /// <summary>A decimal number.</summary>
    internal static readonly RecordedText<int> Number = new(
        number => number.ToString(CultureInfo.InvariantCulture),
        (text, out value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));

    /// <summary>EAX, EBX, ECX and EDX in hexadecimal.</summary>
    internal static readonly RecordedText<CpuidRegisters> Registers = new(
        registers => string.Create(CultureInfo.InvariantCulture, $"{registers.Eax:x8} {registers.Ebx:x8} {registers.Ecx:x8} {registers.Edx:x8}"),
        (text, out value) =>
        {
            var numbers = Numbers(text, NumberStyles.AllowHexSpecifier);
            var isSound = numbers is [>= 0 and <= uint.MaxValue, >= 0 and <= uint.MaxValue, >= 0 and <= uint.MaxValue, >= 0 and <= uint.MaxValue];
            value = isSound ? new CpuidRegisters((uint)numbers[0], (uint)numbers[1], (uint)numbers[2], (uint)numbers[3]) : default;
            return isSound;
        });

    /// <summary>User, group and further groups.</summary>
    internal static readonly RecordedText<HostUser> User = new(
        user => string.Join(' ', new[] { user.Uid, user.Gid }.Concat(user.Groups)),
        (text, out value) =>
        {
            var numbers = Numbers(text, NumberStyles.None);
            var isSound = numbers is [>= 0, >= 0, ..];
            value = isSound ? new HostUser(numbers[0], numbers[1], numbers.Skip(2).ToSequence()) : new HostUser(0, 0, []);
            return isSound;
        });

    /// <summary>Magic number, bytes in all and bytes for users.</summary>
    internal static readonly RecordedText<FileSystemSpace> Space = new(
        space => string.Create(CultureInfo.InvariantCulture, $"{space.Magic} {space.Total} {space.Available}"),
        (text, out value) =>
        {
            var numbers = Numbers(text, NumberStyles.AllowLeadingSign);
            value = numbers.Length == 3 ? new FileSystemSpace(numbers[0], numbers[1], numbers[2]) : default;
            return numbers.Length == 3;
        });

    // None of what is not all numbers.
    private static long[] Numbers(string text, NumberStyles style)
    {
        var words = text.Split(' ');
        var numbers = new long[words.Length];
        for (var index = 0; index < words.Length; index++)
        {
            if (!long.TryParse(words[index], style, CultureInfo.InvariantCulture, out numbers[index]))
            {
                return [];
            }
        }

        return numbers;
    }
}
