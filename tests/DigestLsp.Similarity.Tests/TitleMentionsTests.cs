using System.Text;

namespace DigestLsp.Similarity.Tests;

/// <summary>The words of a title tell which abstract is its own.</summary>
public class TitleMentionsTests
{
    private static readonly PaperFacts Owls = Paper("Barn owls find voles under snow by ear alone in the field at night.");
    private static readonly PaperFacts Bells = Paper("A cast bell in the field rings at partials that its founder chose.");

    [Theory]
    [InlineData("Voles, Snow and Owls", true)]
    [InlineData("Voles, Snow and Owls in the Field", true)]
    [InlineData("Voles and Other Things", false)]
    [InlineData("Voles in Snow Near a Bell", false)]
    [InlineData("The Founder of the Bell", false)]
    [InlineData("Owls and Snow: Seven Other Words That Nobody Says of Anything", false)]
    [InlineData("On Silence", false)]
    [InlineData("", false)]
    public void Two_words_at_least_must_stand_in_one_and_none_in_the_other_alone(string title, bool isOwn) =>
        Assert.Equal(isOwn, TitleMentions.PointTo(Paper(string.Empty, title), Owls, Bells));

    [Theory]
    [InlineData("Voles, Snow and Owls", false)]
    [InlineData("Voles and Shrews", false)]
    [InlineData("Voles, Shrews and Mice", true)]
    [InlineData("Sand", true)]
    [InlineData("", false)]
    public void A_title_is_hardly_mentioned_where_fewer_than_half_of_its_words_are(string title, bool isHardlyMentioned)
    {
        var paper = Paper("Barn owls find voles under snow by ear alone in the field.", title);

        Assert.Equal(isHardlyMentioned, paper.TitleIsHardlyMentioned);
        Assert.Equal(isHardlyMentioned, paper.TitleIsHardlyMentioned);
    }

    private static PaperFacts Paper(string text, string title = "") =>
        PaperFacts.Compute(Encoding.UTF8.GetBytes(title), Encoding.UTF8.GetBytes(text));
}
