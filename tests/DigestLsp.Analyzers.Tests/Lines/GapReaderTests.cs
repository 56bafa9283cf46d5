using DigestLsp.Text;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Reading the gaps between lines, many at once.</summary>
public class GapReaderTests
{
    [Fact]
    public void Gaps_are_read_as_they_stand()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var characters = new char[random.Next(1, 2000)];
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = random.Next(20) == 0 ? 'ß' : (char)random.Next('a', 'z');
            }
            var text = SourceText.From(new string(characters));
            using var gaps = new GapReader(text, new char[GapReader.WindowLength]);
            for (var at = 0; at < text.Length; )
            {
                var gap = new TextSpan(at, Math.Min(random.Next(random.Next(8) == 0 ? 600 : 4), text.Length - at));

                Assert.Equal(text.ToString(gap), gaps.Read(gap));

                at = gap.End + random.Next(1, random.Next(4) == 0 ? 300 : 8);
            }
        }
    }
}
