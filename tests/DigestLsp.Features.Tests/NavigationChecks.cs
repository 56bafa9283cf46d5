namespace DigestLsp.Features.Tests;

/// <summary>Where a caret leads, in marked digests with LF and with CRLF.</summary>
internal static class NavigationChecks
{
    public static void CheckDefinition(params (string Name, string Marked)[] digests)
    {
        foreach (var scene in Scene.Of(digests))
        {
            scene.AssertMarked(Definition.At(scene.Snapshot, scene.Document, scene.Caret));
        }
    }

    public static void CheckReferences(params (string Name, string Marked)[] digests)
    {
        foreach (var scene in Scene.Of(digests))
        {
            var found = References.At(scene.Snapshot, scene.Document, scene.Caret);

            scene.AssertMarked(found);
            Assert.Equal(found.OrderBy(place => scene.Snapshot.GetDocument(place.Path)!.Order).ThenBy(place => place.Range.Start), found);
        }
    }
}
