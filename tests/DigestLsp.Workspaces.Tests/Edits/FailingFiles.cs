namespace DigestLsp.Workspaces.Tests;

/// <summary>The steps of writing files.</summary>
internal enum FileStep
{
    Stamp,
    Read,
    Write,
    Replace,
    Delete,
}

/// <summary>The disk, on which chosen steps fail: what is written by then is half there.</summary>
internal sealed class FailingFiles : IFileStore
{
    private readonly DiskFiles _disk = new();
    private int _steps;

    /// <summary>The number of the step that fails, from 0; −1 for none.</summary>
    public int FailsAtStep { get; init; } = -1;

    /// <summary>Which files fail at <see cref="Step"/>.</summary>
    public Func<string, bool> FailsAt { get; init; } = static _ => false;

    public FileStep Step { get; init; }

    /// <summary>Told of every step, by its number, before it is made.</summary>
    public Action<int> BeforeStep { get; init; } = static _ => { };

    public FileStamp? StampOf(string path)
    {
        Take(FileStep.Stamp, path, mayFail: false);
        return _disk.StampOf(path);
    }

    public byte[] Read(string path)
    {
        Take(FileStep.Read, path);
        return _disk.Read(path);
    }

    public void WriteNew(string path, byte[] bytes, string? original)
    {
        try
        {
            Take(FileStep.Write, path);
        }
        catch (IOException) when (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
            throw;
        }
        _disk.WriteNew(path, bytes, original);
    }

    public void Replace(string path, string original)
    {
        Take(FileStep.Replace, path);
        _disk.Replace(path, original);
    }

    public void Rename(string path, string name)
    {
        Take(FileStep.Replace, path);
        _disk.Rename(path, name);
    }

    public void Delete(string path)
    {
        Take(FileStep.Delete, path, mayFail: false);
        _disk.Delete(path);
    }

    private void Take(FileStep step, string path, bool mayFail = true)
    {
        var number = _steps++;
        BeforeStep(number);
        if (mayFail && (number == FailsAtStep || (step == Step && FailsAt(path))))
        {
            throw new IOException("no space left on device");
        }
    }
}
