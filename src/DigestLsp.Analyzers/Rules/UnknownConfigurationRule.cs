using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG9001: a key or a value in a configuration file that means nothing, and so has no effect.</summary>
public sealed class UnknownConfigurationRule : IConfigurationRule
{
    private const string Prefix = "digest_";
    private const string Diagnostic = "digest_diagnostic";
    private const string Severity = "severity";

    /// <summary>What takes a value back, in every <c>.editorconfig</c>.</summary>
    private const string Unset = "unset";

    private static readonly string[] Severities = [.. Enum.GetNames<RuleSeverity>().Select(name => name.ToLowerInvariant())];

    /// <summary>The keys that name no rule, and the values that they take; null where any value will do.</summary>
    private static readonly Dictionary<string, string[]?> Keys = new() { ["digest_document"] = ["true", "false"] };

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG9001", "Unknown configuration key or value", RuleSeverity.Warning, HasRepair: true);

    /// <inheritdoc/>
    public void Analyze(ConfigurationFile file, Snapshot snapshot, ReportFinding report)
    {
        foreach (var problem in file.Problems)
        {
            report(problem.Span, problem.Message, problem.Replacement is { } meant ? ReplaceBy(problem.Span, meant) : null);
        }
        switch (file)
        {
            case EditorConfigFile editorConfig:
                foreach (var setting in editorConfig.Settings)
                {
                    if (setting.Key.StartsWith(Prefix, StringComparison.Ordinal))
                    {
                        Analyze(setting, report);
                    }
                }
                break;
            case BaselineFile { Baseline.Findings: var findings }:
                foreach (var finding in findings.Where(finding => !IsRule(finding.Rule)))
                {
                    report(finding.Span, $"There is no rule {finding.Rule}, so that this entry accepts nothing");
                }
                break;
        }
    }

    private static void Analyze(EditorConfigSetting setting, ReportFinding report)
    {
        var parts = setting.Key.Split('.');
        if (Keys.TryGetValue(setting.Key, out var values))
        {
            AnalyzeValue(setting, values, report);
        }
        else if (parts is [Diagnostic, var id, Severity])
        {
            if (!IsRule(id))
            {
                var span = new TextSpan(setting.KeySpan.Start + Diagnostic.Length + 1, id.Length);
                ReportUnknown(span, $"There is no rule {id.ToUpperInvariant()}", NearestRule(id), report);
            }
            AnalyzeValue(setting, Severities, report);
        }
        else if (parts[0] == Diagnostic)
        {
            var nearest = parts is [_, var rule, var last] && IsRule(rule) ? NearestName.Of(last, [Severity]) : null;
            var end = new TextSpan(setting.KeySpan.End - parts[^1].Length, parts[^1].Length);
            ReportUnknown(
                nearest is null ? setting.KeySpan : end,
                $"A rule is configured by ‘{Diagnostic}.DG2001.{Severity}’, with its own id",
                nearest,
                report
            );
        }
        else
        {
            var span = new TextSpan(setting.KeySpan.Start, parts[0].Length);
            IEnumerable<string> known = parts.Length > 1 ? [Diagnostic] : Keys.Keys;
            ReportUnknown(span, $"There is no key ‘{setting.Key}’", NearestName.Of(parts[0], known), report);
        }
        if (!setting.IsInSection)
        {
            report(setting.KeySpan, "This stands above all sections and so applies to no file; write ‘[*.{digest,txt}]’ above it");
        }
    }

    private static void AnalyzeValue(EditorConfigSetting setting, string[]? values, ReportFinding report)
    {
        if (values is null || values.Append(Unset).Contains(setting.Value, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }
        var list = $"{string.Join(", ", values[..^1].Select(value => $"‘{value}’"))} or ‘{values[^1]}’";
        if (setting.Value.Length == 0)
        {
            report(setting.KeySpan, $"This key has no value; it may be {list}");
            return;
        }
        ReportUnknown(
            setting.ValueSpan,
            $"‘{Excerpt.Of(setting.Value, CopyWording.TitleLength)}’ is no value of this key, which may be {list}",
            NearestName.Of(setting.Value, values),
            report
        );
    }

    private static void ReportUnknown(TextSpan span, string message, string? nearest, ReportFinding report) =>
        report(
            span,
            nearest is null ? $"{message}; this line has no effect" : $"{message}; did you mean ‘{nearest}’?",
            nearest is null ? null : ReplaceBy(span, nearest)
        );

    /// <summary>The nearest is a guess, and what is meant only its writer knows: so it is not safe.</summary>
    private static Repair ReplaceBy(TextSpan span, string nearest) =>
        Repair.Replace(span, nearest, $"Replace by ‘{nearest}’", isSafe: false);

    private static bool IsRule(string id) =>
        RuleCatalog.Descriptors.Any(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));

    private static string? NearestRule(string id) => NearestName.Of(id, RuleCatalog.Descriptors.Select(rule => rule.Id));
}
