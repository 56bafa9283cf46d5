namespace DigestLsp.Workspaces;

/// <summary>An editor's change that makes no sense where it came: of what is not open, or of a version that is past.</summary>
/// <param name="message">What is wrong.</param>
public sealed class MisplacedChangeException(string message) : InvalidOperationException(message);
