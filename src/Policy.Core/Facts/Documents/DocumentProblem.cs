namespace Policy.Core.Facts.Documents;

/// <summary>Why a document is refused.</summary>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Offset">The first byte that is meant, from 0.</param>
internal sealed record DocumentProblem(string Message, long Offset);
