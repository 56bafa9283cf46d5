using System.Text;

namespace DigestLsp.Workspaces;

public sealed partial class FileEdits
{
    /// <summary>
    /// Writes what was marked or accepted, whole or not at all, and only while the file holds what the edit was computed from.
    /// </summary>
    /// <returns>Why the file is left as it is; null where it was written.</returns>
    public EditProblem? Apply(SuppressionEdit edit)
    {
        // A link stays, and what it leads to is written.
        var path = RealPath.Of(edit.Path);
        var temporary = TemporaryBeside(path);
        try
        {
            if (!IsAsBefore())
            {
                return Problem(Changed);
            }
            files.WriteNew(temporary, Encoding.UTF8.GetBytes(edit.After), edit.Before is null ? null : path);
            if (!IsAsBefore())
            {
                return Problem(Changed);
            }
            if (edit.Before is null)
            {
                files.Rename(temporary, path);
            }
            else
            {
                files.Replace(temporary, path);
            }
            return null;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return Problem($"cannot be written: {DocumentReader.Reason(exception)}");
        }
        finally
        {
            DeleteQuietly(files, temporary);
        }

        bool IsAsBefore() =>
            edit.Before is null
                ? files.StampOf(path) is null
                : files.StampOf(path) is not null
                    && DocumentReader.WithoutByteOrderMark(files.Read(path)).SequenceEqual(Encoding.UTF8.GetBytes(edit.Before));

        EditProblem Problem(string reason) => new(edit.Path, $"{reason}; it is left as it is");
    }
}
