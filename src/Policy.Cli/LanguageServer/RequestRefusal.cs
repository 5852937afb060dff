namespace Policy.Cli.LanguageServer;

/// <summary>A request of the editor that cannot be met; the message is shown to the author.</summary>
/// <param name="message">What is wrong, in the words of the author.</param>
internal sealed class RequestRefusal(string message) : Exception(message);
