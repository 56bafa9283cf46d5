using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>One change that an editor reports. Unlike text changes, each speaks of the text that the one before it left.</summary>
/// <param name="Range">What is replaced; null for the whole text.</param>
/// <param name="Text">What stands there afterwards.</param>
public readonly record struct DocumentChange(LinePositionSpan? Range, string Text);
