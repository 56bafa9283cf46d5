namespace DigestLsp.Workspaces.Tests;

/// <summary>What is taken for a slip of the pen.</summary>
public sealed class NearestNameTests
{
    private static readonly string[] Known = ["none", "silent", "suggestion", "warning", "error", "DG2001", "DG2002", "DG3001"];

    [Theory]
    [InlineData("warnin", "warning")]
    [InlineData("WARNNIG", "warning")]
    [InlineData("sugestion", "suggestion")]
    [InlineData("DG30O1", "DG3001")]
    [InlineData("DG2003", null)] // two are as near
    [InlineData("loud", null)]
    [InlineData("", null)]
    public void A_name_comes_near_or_none_does(string name, string? expected) => Assert.Equal(expected, NearestName.Of(name, Known));

    [Fact]
    public void A_megabyte_is_no_slip() => Assert.Null(NearestName.Of(new string('w', 1_000_000), Known));
}
