using System.Text;

namespace DigestLsp.Similarity.Tests;

public class Hash128Tests
{
    [Theory]
    [InlineData("", "00000000000000000000000000000000")]
    [InlineData("hello", "cbd8a7b341bd9b025b1e906a48ae1d19")]
    [InlineData("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347")]
    public void Is_MurmurHash3_of_the_reference(string text, string expected) =>
        Assert.Equal(expected, Hash128.Of(Encoding.UTF8.GetBytes(text)).ToString());

    [Fact]
    public void Reads_what_it_writes()
    {
        Hash128 hash = Hash128.Of("tide"u8);
        Assert.True(Hash128.TryParse(hash.ToString(), out Hash128 read));
        Assert.Equal(hash, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("e34bbc7bbc071b6c7a433ca9c49a934x")]
    [InlineData("e34bbc7bbc071b6c7a433ca9c49a93470")]
    public void Refuses_what_is_no_hash(string text) => Assert.False(Hash128.TryParse(text, out _));

    [Fact]
    public void Orders_by_the_high_half_first() => Assert.True(new Hash128(1, ulong.MaxValue).CompareTo(new Hash128(2, 0)) < 0);
}
