using Policy.Core.Diagnostics;
using Scriban.Parsing;
using SourceSpan = Policy.Core.Diagnostics.SourceSpan;

namespace Policy.Reporting.Templates;

/// <summary>Finds number literals that take the template engine minutes to read.</summary>
internal static class NumberLiterals
{
    private const int MostCharacters = 400;
    private const int MostExponentDigits = 4;
    private const string Message = "a number of more than 4 digits in the exponent, or 400 in all";

    /// <summary>The first such literal, as a diagnostic; null if there is none.</summary>
    public static Diagnostic? Check(SourceText template)
    {
        foreach (var token in new Lexer(template.Text, template.File))
        {
            if (IsNumber(token) && IsHuge(token, token.GetText(template.Text)))
            {
                var span = new SourceSpan(template.File, token.Start.Line + 1, token.Start.Column + 1, 1);
                return new Diagnostic(DiagnosticCodes.Template, span, Message);
            }
        }

        return null;
    }

    private static bool IsNumber(Token token) => token.Type is TokenType.Integer or TokenType.Float or TokenType.HexaInteger or TokenType.BinaryInteger;

    private static bool IsHuge(Token token, string literal)
    {
        var exponent = token.Type is TokenType.Integer or TokenType.Float ? literal.AsSpan().IndexOfAny('e', 'E') : -1;
        return literal.Length > MostCharacters || (exponent >= 0 && literal.AsSpan(exponent).Trim("eE+-0_fFdDmM").Length > MostExponentDigits);
    }
}
