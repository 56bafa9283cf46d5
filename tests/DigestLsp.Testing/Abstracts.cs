namespace DigestLsp.Testing;

/// <summary>Abstracts of invented papers, each on one line.</summary>
public static class Abstracts
{
    public const string Owls =
        "Barn owls find voles under snow by ear alone. We place four microphones at the corners of a field and ask how much of that skill "
        + "survives in a machine that cannot turn its head. A small network locates a rustle within half a metre on still nights, and the "
        + "error doubles for every three metres per second of wind. Owls do better in wind, which suggests that they listen for something else.";

    public const string Bells =
        "A cast bell rings at partials that its founder chose by hand. We recover the inner profile of a bell from the sound of one strike, "
        + "using a model of thin shells that is fitted by gradient descent. On thirty bells that were also scanned, the profile is right to two "
        + "millimetres, and cracks appear as a wall that seems too thin. The method needs a telephone and a quiet church.";

    public const string Glaciers =
        "Meltwater lakes on glaciers drain within hours and are rarely seen to do so. We count them on radar images, which clouds do not hide, "
        + "and find that two lakes in three drain before the end of July. Warm years bring more lakes but not more drainage, because the ice "
        + "below them is already open. The counts and the code that made them are public.";

    public const string Recipes =
        "Cooks change recipes while they read them. We recorded forty kitchens for a month and found that one step in five is left out, mostly "
        + "those whose purpose the recipe does not tell. A rewriting model that adds a reason to every step halves the omissions and makes the "
        + "text a third longer. Readers prefer the longer text on the second day and not on the first.";
}
