namespace DigestLsp.LanguageServer.Tests;

/// <summary>Invented papers, and digests made of them.</summary>
internal static class Papers
{
    public const string KitesTitle = "Steering Kites by the Sound of Their Lines";

    public const string Kites =
        KitesTitle
        + "\n\n"
        + "A kite's lines hum, and the hum changes before the kite does. We record the lines of a large kite with two contact microphones and "
        + "train a small controller that answers to the pitch alone. It holds the kite in gusts that defeat a controller with a camera, and it "
        + "works at night. The method fails in rain, which damps the lines, and we describe a mixture of both senses that does not.\n";

    public const string BreadTitle = "Bread as a Thermometer: Reading Ovens from Their Loaves";

    public const string Bread =
        BreadTitle
        + "\n\n"
        + "Bakers judge an oven by its bread. We turn the judgement around and estimate the temperature of wood-fired ovens, over their whole "
        + "floor and in time, from photographs of forty loaves taken after baking. The estimate agrees with thermocouples within six degrees "
        + "at the centre and eleven at the door. It finds cold corners that the bakers knew of and two that they did not.\n";

    public const string MothsTitle = "Why Moths Leave: Lamps, Timetables and a Railway Line";

    public const string Moths =
        MothsTitle
        + "\n\n"
        + "Moths vanished from eleven stations of a rural railway within one summer, and from none of the villages between them. We trace the "
        + "loss to new lamps that are switched by the timetable: they light when a train comes and so fall dark in a rhythm that moths mistake "
        + "for predators. Lamps that fade within four seconds restore three quarters of the moths at no cost to travellers.\n";

    public const string LampsTitle = "Lamps That Fade: Railway Stations to Which Moths Return";

    /// <summary>About the same as the paper on moths, in other words.</summary>
    public const string Lamps =
        LampsTitle
        + "\n\n"
        + "Lamps at rural railway stations follow the timetable: they light for a train and fall dark behind it. Moths take the rhythm of the lamps "
        + "for predators, and vanish. In one summer we fitted lamps that fade within four seconds at eleven stations, and counted moths on the "
        + "railway line and in the villages. Three quarters of the moths came back to the stations, and travellers noticed no lamps that fade.\n";

    public const string HumsTitle = "What a Hive Hums Before It Swarms";

    public const string Hums =
        HumsTitle
        + "\n\n"
        + "Bees hum differently on the day before they swarm. A wing microphone (WM) at the entrance hears it, and keepers do not. We hung WMs at "
        + "sixty hives for two summers and warn of nine swarms in ten, a day ahead. False alarms come on hot evenings, when the whole hive fans.\n";

    public const string HivesTitle = "Moving Hives by Night Without Waking Them";

    public const string Hives =
        HivesTitle
        + "\n\n"
        + "A hive that is moved wakes, and bees that wake get lost. We moved forty hives by night on a trailer with springs of four kinds and "
        + "listened to them with WMs. On soft springs the hives slept on for twelve kilometres, and on hard ones they woke at the first bend.\n";

    /// <summary>A digest of one date.</summary>
    public static string Digest(string date, params string[] papers) => $"{date}\n\n{string.Join("\n", papers)}";

    /// <summary>The abstract of a paper without its end.</summary>
    public static string Cut(string paper) => paper[..(paper.LastIndexOf(' ') - 20)].TrimEnd() + " of the\n";
}
