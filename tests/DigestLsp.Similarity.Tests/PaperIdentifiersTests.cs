namespace DigestLsp.Similarity.Tests;

public class PaperIdentifiersTests
{
    [Theory]
    [InlineData("2401.01234", "2401.01234")]
    [InlineData("2401.01234v3", "2401.01234")]
    [InlineData(" arXiv:2401.01234v2 [cs.CL] ", "2401.01234")]
    [InlineData("https://arxiv.org/abs/2401.01234", "2401.01234")]
    [InlineData("http://www.arxiv.org/pdf/2401.01234v1.pdf", "2401.01234")]
    [InlineData("https://arxiv.org/html/2401.01234v1/", "2401.01234")]
    [InlineData("0704.0001", "0704.0001")]
    [InlineData("math.AG/0601001v2", "math/0601001")]
    [InlineData("hep-th/9901001", "hep-th/9901001")]
    [InlineData("2401.1", null)]
    [InlineData("tides", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_arXiv_identifiers_as_people_write_them(string? text, string? expected) =>
        Assert.Equal(expected, PaperIdentifiers.Create(text, null).Arxiv);

    [Theory]
    [InlineData("10.1000/ABC.Def", "10.1000/abc.def")]
    [InlineData("doi: 10.1000/abc", "10.1000/abc")]
    [InlineData("https://doi.org/10.1000/abc(5)", "10.1000/abc(5)")]
    [InlineData("http://dx.doi.org/10.1000/abc.", "10.1000/abc")]
    [InlineData("11.1000/abc", null)]
    [InlineData("10.1000/", null)]
    public void Reads_DOIs_as_people_write_them(string text, string? expected) =>
        Assert.Equal(expected, PaperIdentifiers.Create(null, text).Doi);

    [Fact]
    public void A_DOI_that_arXiv_gave_is_the_arXiv_identifier() =>
        Assert.Equal(new PaperIdentifiers("2401.01234", null), PaperIdentifiers.Create(null, "https://doi.org/10.48550/arXiv.2401.01234"));

    [Fact]
    public void One_shared_identifier_outweighs_a_differing_one()
    {
        var preprint = new PaperIdentifiers("2401.01234", "10.1000/a");
        Assert.True(preprint.SharesAny(new PaperIdentifiers("2401.01234", "10.1000/b")));
        Assert.False(preprint.Contradicts(new PaperIdentifiers("2401.01234", "10.1000/b")));
        Assert.True(preprint.Contradicts(new PaperIdentifiers("2401.99999", null)));
        Assert.False(preprint.Contradicts(default));
        Assert.False(new PaperIdentifiers("2401.01234", null).Contradicts(new PaperIdentifiers(null, "10.1000/a")));
    }
}
