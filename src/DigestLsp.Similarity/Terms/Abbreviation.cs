using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>A place that introduces a short form: ‘graph neural network (GNN)’.</summary>
/// <param name="Short">The short form, in UTF-16 units of the text.</param>
/// <param name="Long">What it stands for.</param>
public readonly record struct Abbreviation(TextSpan Short, TextSpan Long);
