using System.Globalization;
using Policy.Core.Diagnostics;
using Scriban.Parsing;
using SourceSpan = Policy.Core.Diagnostics.SourceSpan;

namespace Policy.Reporting.Templates;

/// <summary>Finds number literals that take the template engine minutes to read.</summary>
internal static class NumberLiterals
{
    private const int MostCharacters = 400;
    private const int MostExponentDigits = 4;

    /// <summary>The first such literal, as a diagnostic; null if there is none.</summary>
    public static Diagnostic? Check(SourceText template)
    {
        foreach (var token in new Lexer(template.Text, template.File))
        {
            if (token.Type is TokenType.Integer or TokenType.Float or TokenType.HexaInteger or TokenType.BinaryInteger && IsHuge(token, token.GetText(template.Text)))
            {
                var span = new SourceSpan(template.File, token.Start.Line + 1, token.Start.Column + 1, 1);
                return new Diagnostic(DiagnosticCodes.Template, span, string.Create(CultureInfo.InvariantCulture, $"a number of more than {MostExponentDigits} digits in the exponent, or {MostCharacters} in all"));
            }
        }

        return null;
    }

    private static bool IsHuge(Token token, string literal)
    {
        var exponent = token.Type is TokenType.Integer or TokenType.Float ? literal.AsSpan().IndexOfAny('e', 'E') : -1;
        return literal.Length > MostCharacters || (exponent >= 0 && literal.AsSpan(exponent).Trim("eE+-0_fFdDmM").Length > MostExponentDigits);
    }
}
