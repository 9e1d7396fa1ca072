using Ingest.Articles;

namespace Ingest.Tests.Articles;

public sealed class LanguageGuessTests
{
    private const string English = "The minister said on Monday that the bridge over the river would be open to all who want to cross it, and that it was the first of its kind in the province to be paid for by those who use it.";
    private const string French = "Le ministre a dit lundi que le pont sur la rivière serait ouvert à tous ceux qui veulent passer, et que c’est le premier dans la province qui est payé par les gens de la région pour les autres.";
    private const string Malay = "Menteri itu berkata pada hari Isnin bahawa jambatan di sungai itu akan dibuka kepada semua dan ia adalah yang pertama di negeri ini yang dibayar oleh mereka dengan wang untuk tidak perlu pinjaman dari bank.";

    [Theory]
    [InlineData(English, "en-GB", "en-GB")]
    [InlineData(English, "en_US", "en-US")]
    [InlineData(English, null, "en")]
    [InlineData(English, "km", "en")] // the text knows better
    [InlineData(French, "en-US", "fr")]
    [InlineData(Malay, "en", "ms")]
    [InlineData("រដ្ឋមន្ត្រី​បាន​ថ្លែង​កាល​ពី​ថ្ងៃ​ចន្ទ​ថា​ស្ពាន​នឹង​បើក​ឱ្យ​ប្រើប្រាស់", "en-US", "km")]
    [InlineData("大臣は月曜日、川に架かる橋が開通すると述べた。県内では初めてのことだという。", null, "ja")]
    [InlineData("部长星期一表示，这座跨越河流的大桥将向所有人开放，这是该省第一座由使用者付费的桥梁。", null, "zh")]
    [InlineData("Too short to tell", "th", "th")]
    [InlineData("Too short to tell", "English", "en")]
    [InlineData("Too short to tell", "not a language", null)]
    [InlineData("", null, null)]
    public void The_text_decides_where_it_can(string text, string? said, string? language) => Assert.Equal(language, LanguageGuess.Of([text], said));
}
