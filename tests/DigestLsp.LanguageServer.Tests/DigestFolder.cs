using System.Text;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>A folder of digests on disk, for one test.</summary>
public sealed class DigestFolder : IDisposable
{
    public DigestFolder() => Root = Directory.CreateTempSubdirectory("digestlsp-").FullName;

    public string Root { get; }

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    public void Delete(string name) => File.Delete(PathOf(name));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
