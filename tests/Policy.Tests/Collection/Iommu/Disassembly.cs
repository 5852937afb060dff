using System.Globalization;

namespace Policy.Tests.Collection.Iommu;

/// <summary>What iasl's disassembly of a DMAR table says, as the facts should.</summary>
internal static class Disassembly
{
    // The disassembler was older than the other types.
    private static readonly (string Type, string Fact)[] Kinds = [("0000", "dmar.units"), ("0001", "dmar.reserved_regions"), ("0002", "dmar.ats_ports")];

    public static IEnumerable<(string Fact, string Text)> OfDmar(string[] lines)
    {
        var structures = Structures(lines).ToArray();
        return Kinds.Select(kind => (kind.Fact, $"[{string.Join(", ", structures.Where(item => item[0].Value == kind.Type).Select(item => Describe(kind.Fact, item)))}]"));
    }

    private static IEnumerable<(string Name, string Value)[]> Structures(string[] lines)
    {
        var fields = lines.Where(line => line.StartsWith('[')).TakeWhile(line => !line.StartsWith("Raw", StringComparison.Ordinal)).Select(Field).ToArray();
        var starts = Enumerable.Range(0, fields.Length).Where(index => fields[index].Name == "Subtable Type").Append(fields.Length).ToArray();
        return starts.Zip(starts.Skip(1), (start, end) => fields[start..end]);
    }

    // [034h 0052   1]                        Flags : 00
    private static (string Name, string Value) Field(string line)
    {
        var parts = line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Split(" : ", 2);
        return (parts[0].Trim(), parts.Length < 2 ? string.Empty : parts[1].Trim().Split(' ')[0]);
    }

    private static string Describe(string fact, (string Name, string Value)[] fields)
    {
        var devices = $"devices: [{string.Join(", ", Devices(fields))}]";
        var segment = $"segment: {Number(fields, "PCI Segment Number")}";
        var flag = Number(fields, "Flags") % 2 == 1 ? "true" : "false";
        return fact switch
        {
            "dmar.units" => $"{{address: {Number(fields, "Register Base Address")}, all_devices: {flag}, {devices}, {segment}}}",
            "dmar.reserved_regions" => $"{{base: {Number(fields, "Base Address")}, {devices}, end: {Number(fields, "End Address (limit)")}, {segment}}}",
            _ => $"{{all_ports: {flag}, {devices}, {segment}}}",
        };
    }

    private static IEnumerable<string> Devices((string Name, string Value)[] fields)
    {
        var starts = Enumerable.Range(0, fields.Length).Where(index => fields[index].Name == "Device Scope Type" && fields[index].Value is "01" or "02");
        foreach (var start in starts.Where(index => fields[index].Name == "Device Scope Type"))
        {
            var scope = fields[start..].Skip(1).TakeWhile(field => field.Name != "Device Scope Type").Prepend(fields[start]).ToArray();
            var paths = scope.Where(field => field.Name == "PCI Path").Select(field => field.Value.Split(',')).Select(path => $"{path[0]}.{path[1].TrimStart('0').PadLeft(1, '0')}");
            yield return $"{Number(fields, "PCI Segment Number"):x4}:{Number(scope, "PCI Bus Number"):x2}:{string.Join('/', paths)}".ToLowerInvariant();
        }
    }

    private static ulong Number((string Name, string Value)[] fields, string name) =>
        fields.FirstOrDefault(field => field.Name == name) is { Value: { Length: > 0 } text } ? ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : 0;
}
