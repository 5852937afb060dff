namespace Policy.Tests.Authoring.Reading;

public sealed class HiddenCharactersTests
{
    [Theory]
    [InlineData("applies: { os.id: deb\u200Cian }", "p:4:19: POL1011: the character U+200C is invisible")]
    [InlineData("applies: { os.id: deb\u00ADian }", "p:4:19: POL1011: the character U+00AD is invisible")]
    [InlineData("applies: { os.id: \"deb\\u200Bian\" }", "p:4:19: POL1011: the character U+200B is invisible")]
    [InlineData("applies: { os.id: debian\uFE0F }", "p:4:19: POL1011: the character U+FE0F is invisible")]
    [InlineData("applies: { os.id: \u3164 }", "p:4:19: POL1011: the character U+3164 is invisible")]
    [InlineData("applies: { cpu\u200D.flags: { contains: a } }", "p:4:12: POL1011: the character U+200D is invisible")]
    [InlineData("tags: [a\u2060b]", "p:4:8: POL1011: the character U+2060 is invisible")]
    [InlineData("summ\u0430ry: t", "p:4:1: POL1011: U+0430 is not the Latin letter that it looks like")]
    [InlineData("applies: { \u03BFs.id: debian }", "p:4:12: POL1011: U+03BF is not the Latin letter that it looks like")]
    [InlineData("applies: { use: lin\uFF55x }\ndefine: { linux: { os.id: debian } }", "p:4:17: POL1011: U+FF55 is not the Latin letter that it looks like")]
    [InlineData("summary: a\u202Eb", "p:4:11: POL1011: the character U+202E changes the direction of the text")]
    [InlineData("summary: a\u2066b", "p:4:11: POL1011: the character U+2066 changes the direction of the text")]
    [InlineData("summary: a\u200Bb", "p:4:11: POL1011: the character U+200B is invisible")]
    [InlineData("summary: a\U000E0041b", "p:4:11: POL1011: the character U+E0041 is invisible")]
    public void A_character_that_hides_something_is_named(string lines, string complaint) => Assert.Equal(complaint, AuthoredText.LinesComplaint(lines).ToString());

    [Theory]
    [InlineData("summary: \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("summary: { en: t, hi: \u0915\u094D\u200D\u0937, fa: \u0645\u06CC\u200C }")]
    [InlineData("summary: \U0001F468\u200D\U0001F4BB \u2764\uFE0F")]
    [InlineData("summary: \u043C\u043E\u0441\u0442")]
    [InlineData("applies: { package(\u043F\u0430\u043A\u0435\u0442).architecture: \u0445 }")]
    [InlineData("# \u043C\u043E\u0441\u0442 \u200D")]
    public void What_a_language_needs_stays_in_texts_for_readers(string lines) => Assert.Empty(AuthoredText.Load($"{AuthoredText.Head}{lines}\n{AuthoredText.Rule}").Diagnostics);
}
