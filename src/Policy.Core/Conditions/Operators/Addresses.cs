using Policy.Core.Facts;

namespace Policy.Core.Conditions.Operators;

/// <summary>Texts as network addresses.</summary>
internal static class Addresses
{
    public static readonly FactOperator InNetworks = new("in_networks", "is an address in", OperandShape.Networks, type => type is StringType, blocks =>
    {
        var networks = new List<Network>(blocks.Count);
        foreach (var block in blocks)
        {
            if (!Network.TryParse(((StringValue)block).Value, out var network))
            {
                return null;
            }

            networks.Add(network);
        }

        return (fact, _) => networks.Exists(network => network.Contains(((StringValue)fact).Value));
    });
}
