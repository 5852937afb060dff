namespace Policy.Collection.Sources.Cpu;

/// <summary>The names of instruction sets of RISC-V, such as <c>rv64imafdc_zicntr</c>.</summary>
internal static class RiscVIsa
{
    /// <summary>The width, <c>rv64</c>, then each extension of one letter, then those of more.</summary>
    internal static string[] Split(string isa)
    {
        var parts = isa.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var first, .. var rest])
        {
            return [];
        }

        var digits = first.AsSpan(Math.Min(2, first.Length)).IndexOfAnyExceptInRange('0', '9');
        var width = digits < 0 ? first.Length : digits + 2;
        return [first[..width], .. first[width..].Select(letter => letter.ToString()), .. rest];
    }
}
