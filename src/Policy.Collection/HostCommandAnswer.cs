namespace Policy.Collection;

/// <summary>Where a program answers.</summary>
public enum HostCommandAnswer
{
    /// <summary>On its standard output; what it complains about is dropped.</summary>
    Output,

    /// <summary>On both outputs, in the order of writing: <c>java -version</c>, and Python before 3.4, answer on the standard error.</summary>
    OutputAndErrors,

    /// <summary>It is never run: only its recording in a captured root is read.</summary>
    RecordedOnly,
}
