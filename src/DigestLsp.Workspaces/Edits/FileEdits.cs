using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>What came of writing an edit.</summary>
/// <param name="Written">The files that were changed, in the order in which they were.</param>
/// <param name="Problems">The files that were left as they are, and why.</param>
public sealed record FileEditResult(IReadOnlyList<string> Written, IReadOnlyList<EditProblem> Problems);

/// <summary>A file that was left as it is.</summary>
/// <param name="Path">The file.</param>
/// <param name="Message">Why, without the path.</param>
public sealed record EditProblem(string Path, string Message);

/// <summary>
/// Writes edits to files, each whole or not at all. A file is changed only while it is, byte for byte, what its edit was computed
/// from, and while all that the edit relies on stands; whatever fails leaves its file as it was and does not stop the others.
/// </summary>
/// <param name="files">The disk.</param>
public sealed partial class FileEdits(IFileStore files)
{
    private const string Changed = "was changed meanwhile";

    /// <summary>Writes an edit of documents that no editor holds open.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="cancellation">Stops between files.</param>
    public FileEditResult Apply(WorkspaceEdit edit, CancellationToken cancellation = default)
    {
        var run = new Run(files);
        // All files are looked at before the first is written: what is refused for one counts for those that rely on it.
        foreach (var document in edit.Documents.SelectMany(part => part.ReliesOn.Prepend(part.Document)).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            run.Check(document);
        }
        foreach (var part in edit.Documents)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Write(part);
        }
        return new(run.Written, run.Problems);
    }

    private sealed class Run(IFileStore files)
    {
        /// <summary>Why a file is not to be had as it was or as it was to be.</summary>
        private readonly Dictionary<string, string> _failures = [];
        private readonly Dictionary<string, FileStamp> _written = [];

        public List<string> Written { get; } = [];

        public List<EditProblem> Problems { get; } = [];

        /// <summary>Compares a file with what the edit was computed from.</summary>
        public void Check(Document document)
        {
            try
            {
                ReadUnchanged(document);
            }
            catch (Exception exception) when (IsExpected(exception))
            {
                _failures[document.Path] = $"cannot be read: {DocumentReader.Reason(exception)}";
            }
            catch (StaleException)
            {
                _failures[document.Path] = Changed;
            }
        }

        public void Write(DocumentEdit edit)
        {
            var path = edit.Document.Path;
            if (WhyNot(edit) is { } reason)
            {
                Fail(path, reason);
                return;
            }
            var temporary = TemporaryBeside(path);
            try
            {
                var bytes = Edited(ReadUnchanged(edit.Document), edit);
                files.WriteNew(temporary, bytes, path);
                // Writing takes its time: what was true before it is looked at again.
                if (!Stands(edit.Document) || edit.ReliesOn.Any(document => !Stands(document)))
                {
                    throw new StaleException();
                }
                files.Replace(temporary, path);
                Written.Add(path);
                _written[path] = files.StampOf(path) ?? default;
            }
            catch (Exception exception) when (IsExpected(exception))
            {
                Fail(path, $"cannot be written: {DocumentReader.Reason(exception)}");
                if (edit.Changes.All(change => change.NewText.Length == 0))
                {
                    // It still holds all that it was to hold, and others may rely on that.
                    _failures.Remove(path);
                }
            }
            catch (StaleException)
            {
                Fail(path, Changed);
            }
            finally
            {
                DeleteQuietly(files, temporary);
            }
        }

        private string? WhyNot(DocumentEdit edit)
        {
            if (_failures.TryGetValue(edit.Document.Path, out var failure))
            {
                return failure;
            }
            foreach (var document in edit.ReliesOn)
            {
                if (!_failures.ContainsKey(document.Path) && !Stands(document))
                {
                    _failures[document.Path] = Changed;
                }
                if (_failures.TryGetValue(document.Path, out var why))
                {
                    return $"relies on copies in {Path.GetFileName(document.Path)}, which {why}";
                }
            }
            return null;
        }

        private void Fail(string path, string reason)
        {
            _failures[path] = reason;
            Problems.Add(new(path, $"{reason}; it is left as it is"));
        }

        /// <summary>Whether a file is as it was or, where this run has written it, as that left it.</summary>
        private bool Stands(Document document) =>
            files.StampOf(document.Path) is { } stamp
            && (_written.TryGetValue(document.Path, out var written) ? stamp == written : document.WasReadFrom(stamp));

        private byte[] ReadUnchanged(Document document)
        {
            var bytes = files.Read(document.Path);
            return document.WasReadFrom(bytes) ? bytes : throw new StaleException();
        }

        private static byte[] Edited(byte[] bytes, DocumentEdit edit)
        {
            var text = DocumentReader.WithoutByteOrderMark(bytes);
            using var edited = new MemoryStream(bytes.Length);
            edited.Write(bytes.AsSpan(0, bytes.Length - text.Length));
            SourceText.From(text).WithChanges([.. edit.Changes]).WriteUtf8To(edited);
            return edited.ToArray();
        }
    }

    private static string TemporaryBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");

    private static void DeleteQuietly(IFileStore files, string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            // What cannot be written can perhaps not be deleted either; the file that counts is whole.
        }
    }

    private static bool IsExpected(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>A file is no longer what an edit was computed from.</summary>
    private sealed class StaleException : Exception;
}
