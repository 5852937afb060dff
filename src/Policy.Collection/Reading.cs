using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>What a door gave: the content, or why there is none.</summary>
/// <typeparam name="T">The content.</typeparam>
public abstract record Reading<T>
{
    private protected Reading()
    {
    }

    /// <summary>The content, or null.</summary>
    public T? Content => this is Got<T> got ? got.Value : default;

    /// <summary>Goes on with the content; a reason stays what it is.</summary>
    public Reading<TNext> Then<TNext>(Func<T, TNext> next) => this switch
    {
        Got<T> got => new Got<TNext>(next(got.Value), got.Source),
        Missing<T> missing => new Missing<TNext>(missing.Source),
        Failed<T> failed => new Failed<TNext>(failed.Cause, failed.Source, failed.Detail),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The same content from another place; a reason stays what it is.</summary>
    internal Reading<T> At(string source) => this is Got<T> got ? got with { Source = source } : this;

    /// <summary>An observation where a missing source proves nothing.</summary>
    /// <param name="answer">What the content says.</param>
    public Observation Observe(Func<T, string, Observation> answer) => this switch
    {
        Got<T> got => answer(got.Value, got.Source),
        Missing<T> missing => new Unknown(UnknownCause.MissingSource, missing.Source),
        Failed<T> failed => new Unknown(failed.Cause, failed.Detail.Length == 0 ? failed.Source : $"{failed.Source}: {failed.Detail}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>The content.</summary>
/// <param name="Value">The content.</param>
/// <param name="Source">Where it stands, relative to the host's root, such as <c>proc/cpuinfo</c>.</param>
public sealed record Got<T>(T Value, string Source) : Reading<T>;

/// <summary>The host does not have the source: ENOENT or ENOTDIR.</summary>
/// <param name="Source">Where it would stand.</param>
public sealed record Missing<T>(string Source) : Reading<T>;

/// <summary>The source is there and cannot be used.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Detail">What exactly happened, such as <c>a FIFO</c> or <c>EIO</c>; may be empty.</param>
public sealed record Failed<T>(UnknownCause Cause, string Source, string Detail = "") : Reading<T>;
