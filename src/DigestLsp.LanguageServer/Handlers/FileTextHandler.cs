using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>digestlsp/viewFileText</c>: a document's text as the server has it, so that an editor's mistakes can be told from the server's.
/// Null where there is no such document.
/// </summary>
internal sealed class FileTextHandler(Answers answers)
{
    public async Task<JToken> Handle(JObject? request, CancellationToken cancellation) =>
        await answers
            .Of(
                RawParameters.DocumentOf(request),
                (_, document) => document.GetTree() is { } tree ? new JValue(tree.Text.ToString()) : null,
                cancellation
            )
            .ConfigureAwait(false)
        ?? JValue.CreateNull();
}
