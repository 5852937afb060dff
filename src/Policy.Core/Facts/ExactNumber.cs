using System.Globalization;
using System.Numerics;

namespace Policy.Core.Facts;

/// <summary>A decimal number of at most 28 significant digits, before it is known whether a <see cref="decimal"/> holds it.</summary>
/// <param name="IsNegative">Whether it is below zero.</param>
/// <param name="Digits">Its significant digits; 0 for zero.</param>
/// <param name="Exponent">The power of ten by which the digits are multiplied.</param>
internal readonly record struct ExactNumber(bool IsNegative, UInt128 Digits, int Exponent)
{
    private const int MostDigits = 28;

    /// <summary>Reads <c>-?digits(.digits)?((e|E)[+-]?digits)?</c>, whose form the caller has checked.</summary>
    /// <returns>Null if it has more significant digits, or an exponent beyond all use.</returns>
    public static ExactNumber? Of(ReadOnlySpan<char> text)
    {
        var isNegative = text.StartsWith('-');
        var end = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (end >= 0 && !int.TryParse(text[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        var mantissa = end < 0 ? text : text[..end];
        return Math.Abs((long)exponent) <= short.MaxValue && Significant(mantissa, out var digits, out var shift)
            ? new ExactNumber(isNegative, digits, exponent + shift)
            : null;
    }

    /// <summary>This number times a power of ten and a whole factor.</summary>
    /// <returns>Null if the product has more than 28 significant digits or is out of the range of <see cref="decimal"/>.</returns>
    public decimal? Times(long factor, int power)
    {
        var product = (BigInteger)Digits * factor;
        var exponent = Exponent + power;
        while (!product.IsZero && product % 10 == 0)
        {
            product /= 10;
            exponent++;
        }

        if (product.IsZero)
        {
            return decimal.Zero;
        }

        if (product >= BigInteger.Pow(10, MostDigits) || exponent is < -MostDigits or > MostDigits)
        {
            return null;
        }

        return Scaled(product, exponent);
    }

    private decimal? Scaled(BigInteger digits, int exponent)
    {
        var whole = exponent > 0 ? digits * BigInteger.Pow(10, exponent) : digits;
        if (whole > (BigInteger)decimal.MaxValue)
        {
            return null;
        }

        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits((decimal)whole, bits);
        return new decimal(bits[0], bits[1], bits[2], IsNegative, (byte)Math.Max(0, -exponent));
    }

    private static bool Significant(ReadOnlySpan<char> mantissa, out UInt128 digits, out int shift)
    {
        var (count, zeros, fraction) = (0, 0, 0);
        var isFraction = false;
        digits = 0;
        shift = 0;
        foreach (var letter in mantissa)
        {
            isFraction |= letter == '.';
            if (!char.IsAsciiDigit(letter))
            {
                continue;
            }

            fraction += isFraction ? 1 : 0;
            zeros++;
            if (letter == '0')
            {
                continue;
            }

            count = digits == 0 ? 1 : count + zeros;
            if (count > MostDigits)
            {
                return false;
            }

            digits = (digits * Power(digits == 0 ? 0 : zeros)) + (UInt128)(letter - '0');
            zeros = 0;
        }

        shift = zeros - fraction;
        return true;
    }

    private static UInt128 Power(int exponent)
    {
        UInt128 power = 1;
        for (var step = 0; step < exponent; step++)
        {
            power *= 10;
        }

        return power;
    }
}
