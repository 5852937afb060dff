using Policy.Core.Diagnostics;
using Policy.Reporting.Words;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = Policy.Core.Diagnostics.SourceSpan;

namespace Policy.Reporting.Templates;

/// <summary>Renders a template from a model, or says where the template is wrong.</summary>
internal static class TemplateRenderer
{
    private const int MostTemplateCharacters = 1024 * 1024;
    /// <summary>The most bytes of any document.</summary>
    public const int MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    /// <summary>The document.</summary>
    /// <param name="template">The template.</param>
    /// <param name="model">What it sees: texts, numbers, booleans, lists and objects of them.</param>
    /// <param name="words">The language.</param>
    /// <param name="mostBytes">The most bytes of the document; a larger one is a failure.</param>
    public static Rendering Render(TemplateSource template, ScriptObject model, ReportWords words, int mostBytes = MostBytes)
    {
        if (template.Text.Text.Length > MostTemplateCharacters)
        {
            return Failure(SourceSpanOf(template.Text, default), $"a template of more than {MostTemplateCharacters} characters");
        }

        if (NumberLiterals.Check(template.Text) is { } huge)
        {
            return new NotRendered([huge]);
        }

        var parsed = Template.Parse(template.Text.Text, template.Text.File);
        var errors = parsed.Messages.Where(message => message.Type == ParserMessageType.Error);
        return parsed.HasErrors
            ? new NotRendered([.. errors.Select(error => Complaint(SourceSpanOf(template.Text, error.Span), error.Message))])
            : Run(parsed, template, model, words, new CountedOutput(mostBytes));
    }

    private static Rendering Run(Template parsed, TemplateSource template, ScriptObject model, ReportWords words, CountedOutput output)
    {
        using var clock = new CancellationTokenSource(MostTime);
        var context = new EscapingContext(template.Kind, words, clock.Token);
        try
        {
            context.PushGlobal(model);
            context.PushOutput(output);
            parsed.Render(context);
            return new Rendered(output.Written);
        }
        catch (ScriptAbortException)
        {
            return Failure(SourceSpanOf(template.Text, context.CurrentSpan), $"the template takes more than {MostTime.TotalSeconds} seconds");
        }
        catch (ScriptRuntimeException error)
        {
            return Failure(SourceSpanOf(template.Text, error.Span.IsEmpty ? context.CurrentSpan : error.Span), error.OriginalMessage);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or ArithmeticException or InvalidCastException or FormatException
            or OutOfMemoryException or InsufficientExecutionStackException or OperationCanceledException or NotSupportedException or IndexOutOfRangeException)
        {
            return Failure(SourceSpanOf(template.Text, context.CurrentSpan), error.Message);
        }
    }

    private static SourceSpan SourceSpanOf(SourceText template, Scriban.Parsing.SourceSpan span)
    {
        var (line, column) = (Math.Max(span.Start.Line, 0) + 1, Math.Max(span.Start.Column, 0) + 1);
        var rest = Math.Max(1, template.Line(line).Length - column + 1);
        return new SourceSpan(template.File, line, column, Math.Clamp(span.Length, 1, rest));
    }

    private static NotRendered Failure(SourceSpan span, string message) => new([Complaint(span, message)]);

    private static Diagnostic Complaint(SourceSpan span, string message) => new(DiagnosticCodes.Template, span, Sentence(VisibleText.OneLine(message)));

    private static string Sentence(string message) =>
        message.Length == 0 ? "the template fails" : $"{char.ToLowerInvariant(message[0])}{message[1..].TrimEnd('.')}";
}
