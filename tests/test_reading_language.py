import pytest

from claims.reading.detect_language import is_english
from claims.reading.read import read_articles
from claims.records import ReadFailure

ENGLISH = (
    "The council voted on Tuesday to widen the north quay. Work begins in autumn and lasts two years. The mayor said the"
    " town had no money and that the region had not answered."
)
OTHERS = {
    "German": "Der Gemeinderat hat am Dienstag beschlossen, den nördlichen Kai zu verbreitern, damit größere Schiffe anlegen"
    " können. Man will warten, so der Bürgermeister, bis das Land die Mittel bewilligt hat, und das war bisher nicht so.",
    "Dutch": "De gemeenteraad heeft dinsdag besloten om de noordelijke kade te verbreden. Of het geld er op tijd is, was nog"
    " niet bekend, zei de burgemeester, die had gehoopt dat het is geregeld. Had men of was men te laat, of niet?",
    "Danish": "Byrådet besluttede tirsdag at udvide den nordlige kaj, for at større skibe kan lægge til. Det var ikke let at"
    " finde penge til det, for byen har ikke råd, siger borgmesteren. To skibe har ligget for anker under byens bro.",
    "Swedish": "Kommunfullmäktige beslutade på tisdagen att bredda den norra kajen så att större fartyg kan lägga till. Det"
    " var inte lätt att hitta pengar till det, säger borgmästaren, för staden har haft stora utgifter de senaste åren.",
    "French": "Le conseil municipal a voté mardi l'élargissement du quai nord, afin que de plus grands navires puissent"
    " accoster. On ne sait pas encore si l'argent sera là, or le maire dit que la ville a des dettes.",
    "Spanish": "El concejo municipal votó el martes ampliar el muelle norte para que puedan atracar barcos más grandes. He"
    " dicho que no, afirmó el alcalde, a quien me dirijo; la ciudad no tiene fondos y la región no ha contestado.",
    "Italian": "Il consiglio comunale ha votato martedì di allargare il molo nord, in modo che possano attraccare navi più"
    " grandi. Il sindaco ha detto che la città non ha i fondi e che la regione non ha ancora risposto alla lettera.",
    "Portuguese": "A câmara municipal votou na terça-feira o alargamento do cais norte para que possam atracar navios"
    " maiores. O presidente disse que a cidade não tem dinheiro e que a região ainda não respondeu à carta.",
    "Polish": "Rada miasta zdecydowała we wtorek o poszerzeniu północnego nabrzeża, aby mogły cumować większe statki. To ma"
    " być wielka praca, to znaczy na dwa lata. Jest to jednak drogo, a miasto nie ma na to pieniędzy.",
    "Romanian": "Consiliul local a votat marți lărgirea cheiului de nord, pentru ca nave mai mari să poată acosta. Primarul"
    " are o scrisoare de la minister, dar banii nu au venit, iar orașul nu are de unde să îi ia, a spus el.",
    "Turkish": "Belediye meclisi salı günü kuzey rıhtımının genişletilmesine karar verdi, böylece daha büyük gemiler"
    " yanaşabilecek. Çalışmalar sonbaharda başlayacak ve iki yıl sürecek. Başkan, şehrin parası olmadığını ve bölgenin"
    " yazın gönderilen mektuba henüz yanıt vermediğini söyledi.",
    "Russian": "Городской совет во вторник решил расширить северный причал, чтобы могли швартоваться более крупные суда.",
    "Chinese": "市议会星期二决定扩建北码头,以便更大的船只停靠。工程将于秋季开始,历时两年。市长说,市里没有钱。",
}


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_other_languages_are_not_english(language):
    assert not is_english(OTHERS[language])
    assert not is_english(OTHERS[language] * 60)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.replace(" ", "\n"),
        "Northport\nSouthport\nEastport\nWestport\n" * 100 + ENGLISH,  # a list with a paragraph
        "Zhou Wei, 周伟, spoke. " + ENGLISH,
        "Puerto Nuevo 3, Villa Alta 2",  # too short to tell
        "Il molo è chiuso.",
        "",
    ],
)
def test_english_and_what_cannot_be_told_is_read(text):
    assert is_english(text)


def test_an_article_that_does_not_read_as_english_is_set_aside_whatever_it_states(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\nlanguage: en\n---\n{OTHERS['German']}", encoding="utf-8")
    (failure,) = read_articles([path])
    assert isinstance(failure, ReadFailure)
    assert failure.foreign
    assert "does not read as English" in failure.error
