using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Policy.Reporting.Templates;

/// <summary>A function of texts that templates can call.</summary>
/// <param name="required">How many arguments it needs.</param>
/// <param name="optional">How many more it takes; they are empty texts where they are not given.</param>
/// <param name="apply">What it does with them.</param>
internal sealed class TemplateFunction(int required, int optional, Func<string[], object> apply) : IScriptCustomFunction
{
    /// <inheritdoc/>
    public int RequiredParameterCount => required;

    /// <inheritdoc/>
    public int ParameterCount => required + optional;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) =>
        index < required ? new ScriptParameterInfo(typeof(object), "text") : new ScriptParameterInfo(typeof(object), "option", string.Empty);

    /// <inheritdoc/>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        apply([.. arguments.Select(argument => argument is null ? string.Empty : context.ObjectToString(argument) ?? string.Empty)]);

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
