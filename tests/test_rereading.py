"""A second reader: what its word does, and what happens where it has none."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from claims.errors import ModelError, SecondReaderError, SettingsError
from claims.explain import _held_back
from claims.records import Article, CheckedArticle, Finding, Opinion, Reason, Verdict
from claims.report.as_json import as_json
from claims.report.as_text import as_text
from claims.rereading import chat as module
from claims.rereading.chat import ChatReader
from claims.rereading.make_reader import make_reader
from claims.rereading.nli import NliReader
from claims.rereading.reader import Answer, Question
from claims.rereading.reread_flags import reread_flags
from claims.settings import Settings
from conftest import Check, flags
from fake_encoder import FakeEncoder
from flows.commands.check import check_files
from flows.open_reader import KEY
from web_server import Exchange, web_server

TEXT = "The leaders had met in China at the opening of the 2020 Winter Olympics, said President Xi Jinping."
QUESTION = Question("The 2020 Winter Olympics", "2020", date(2022, 12, 30), ("It was in 2022",), "no such")


@dataclass
class Told:
    """Says what it is told to, and keeps what it was asked."""

    says: Answer | SecondReaderError
    name: str = "told"
    asked: list[Question] = field(default_factory=list)

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if isinstance(self.says, SecondReaderError):
            raise self.says
        return self.says


@pytest.fixture
def checked(check: Check) -> CheckedArticle:
    found = check(TEXT, "2022-12-30")
    assert len(flags(found)) == 1
    assert len(found.findings) > 1
    return found


def reread(checked: CheckedArticle, reader: Told, *, may_veto: bool) -> tuple[tuple[Finding, ...], Finding]:
    """All findings, and the one that was flagged before."""
    (place,) = [n for n, f in enumerate(checked.findings) if f.is_flag]
    after = reread_flags(checked.findings, checked.article, reader, may_veto=may_veto)
    assert [f for n, f in enumerate(after) if n != place] == [
        f for n, f in enumerate(checked.findings) if n != place
    ]
    return after, after[place]


def test_without_a_reader_nothing_changes(checked: CheckedArticle) -> None:
    assert reread_flags(checked.findings, checked.article, None, may_veto=True) == checked.findings


def test_it_is_asked_about_flags_alone_and_its_word_stands_beside_them(checked: CheckedArticle) -> None:
    reader = Told(Answer(Opinion.DENIES, "It was meant otherwise"))
    _, flag = reread(checked, reader, may_veto=False)
    (question,) = reader.asked
    assert (question.said, question.part) == (TEXT, "2020 Winter Olympics")
    assert question.published == date(2022, 12, 30)
    assert any("2022" in line for line in question.evidence)
    assert flag.is_flag
    assert flag.second_reading is not None
    assert (flag.second_reading.reader, flag.second_reading.opinion) == ("told", Opinion.DENIES)


@pytest.mark.parametrize("opinion", [Opinion.CONFIRMS, Opinion.UNSURE])
def test_only_a_denial_vetoes(checked: CheckedArticle, opinion: Opinion) -> None:
    _, flag = reread(checked, Told(Answer(opinion)), may_veto=True)
    assert flag.is_flag


def test_a_veto_is_silence_with_a_reason(checked: CheckedArticle) -> None:
    after, vetoed = reread(checked, Told(Answer(Opinion.DENIES)), may_veto=True)
    assert (vetoed.verdict, vetoed.reason) == (Verdict.NOT_ENOUGH_INFO, Reason.SECOND_READER)
    assert vetoed.repairs == ()
    assert not any(f.is_flag for f in after)
    assert _held_back(vetoed, Settings()) == "second_reader"


def test_a_failure_changes_no_verdict(checked: CheckedArticle) -> None:
    _, flag = reread(checked, Told(SecondReaderError("it is down")), may_veto=True)
    assert flag.is_flag
    assert flag.second_reading is not None
    assert (flag.second_reading.opinion, flag.second_reading.why) == (Opinion.FAILED, "it is down")


def test_reports_say_what_it_said(checked: CheckedArticle) -> None:
    after, _ = reread(checked, Told(Answer(Opinion.CONFIRMS, "The Games were in 2022.")), may_veto=False)
    told = CheckedArticle(checked.article, after, checked.coverage)
    assert "The second reader (told) finds the flag right: The Games were in 2022." in as_text([told], [])
    readings = [f["second_reading"] for f in as_json([told], [])["articles"][0]["findings"]]
    assert {"reader": "told", "opinion": "confirms", "why": "The Games were in 2022."} in readings


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAITS_S", (0.01, 0.01))
    monkeypatch.setattr(module, "TIMEOUT_S", 0.5)


def said(content: str) -> str:
    """What an endpoint answers whose model says this."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("content", "opinion", "why"),
    [
        ('{"flag": "right", "why": "It was in 2022."}', Opinion.CONFIRMS, "It was in 2022."),
        ('```json\n{"flag": "wrong"}\n```', Opinion.DENIES, ""),
        ('Sure! {"flag": "unsure", "why": 7}', Opinion.UNSURE, ""),
    ],
)
def test_a_chat_endpoint_answers(content: str, opinion: Opinion, why: str) -> None:
    asked = []

    def take(exchange: Exchange) -> None:
        asked.append((json.loads(exchange.body), exchange.headers["Authorization"]))
        exchange.send(said(content), Content_Type="application/json")

    with web_server() as server:
        server.answers["/v1/chat/completions"] = take
        answer = ChatReader("small", server.url("/v1/"), "secret").answer(QUESTION)
    ((body, key),) = asked
    assert (answer.opinion, answer.why) == (opinion, why)
    assert (body["model"], body["temperature"], key) == ("small", 0, "Bearer secret")
    put = json.loads(body["messages"][1]["content"])
    assert put["sentence"] == QUESTION.said
    assert put["reference_facts"] == ["It was in 2022"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("statuses", "asked"), [((503, 503, 503), 3), ((429, 200), 2), ((401,), 1), ((302,), 1)]
)
def test_what_may_pass_is_tried_again(statuses: tuple[int, ...], asked: int) -> None:
    waiting = list(statuses)
    with web_server() as server:
        server.answers["/chat/completions"] = lambda exchange: exchange.send(
            said('{"flag": "right"}'), waiting.pop(0)
        )
        reader = ChatReader("m", server.url(""))
        if statuses[-1] == 200:
            assert reader.answer(QUESTION).opinion is Opinion.CONFIRMS
        else:
            with pytest.raises(SecondReaderError, match=f"it answered {statuses[-1]}"):
                reader.answer(QUESTION)
        assert server.asked["/chat/completions"] == asked


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "body",
    ["", "[]", "{}", said("I cannot help with that."), said('{"flag": "yes"}'), said("}{"), "[" * 5000],
)
def test_another_answer_is_none(body: str) -> None:
    with web_server() as server:
        server.answers["/chat/completions"] = lambda exchange: exchange.send(body)
        with pytest.raises(SecondReaderError, match="something else"):
            ChatReader("m", server.url("")).answer(QUESTION)


@pytest.mark.usefixtures("quick")
def test_an_endless_answer_is_cut_and_a_stalled_one_costs_its_timeouts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 1000)
    with web_server() as server:
        server.answers["/chat/completions"] = lambda exchange: exchange.send("x" * 5000)
        with pytest.raises(SecondReaderError, match="longer than"):
            ChatReader("m", server.url("")).answer(QUESTION)
        server.answers["/chat/completions"] = lambda _: server.stall(2)
        with pytest.raises(SecondReaderError, match="ReadTimeout"):
            ChatReader("m", server.url("")).answer(QUESTION)


@pytest.mark.usefixtures("quick")
def test_a_server_that_is_down_is_not_asked_for_ever() -> None:
    with web_server() as server:
        server.answers["/chat/completions"] = lambda exchange: exchange.send("", 500)
        reader = ChatReader("m", server.url(""))
        for _ in range(module.LATEST_FAILURES):
            with pytest.raises(SecondReaderError, match="500"):
                reader.answer(QUESTION)
        asked = server.asked["/chat/completions"]
        with pytest.raises(SecondReaderError, match="not asked"):
            reader.answer(QUESTION)
        assert server.asked["/chat/completions"] == asked


@pytest.mark.parametrize("setting", ["nli:", "chat:model", "chat:@http://x", "llama", "chat:m@ftp://x"])
def test_a_setting_that_names_none_is_refused(setting: str) -> None:
    with pytest.raises(SettingsError):
        make_reader(setting)


def test_settings_of_it() -> None:
    assert make_reader("") is None
    reader = make_reader("chat:a@b@http://127.0.0.1:1/v1")
    assert reader is not None
    assert reader.name == "chat:a@b"
    with pytest.raises(SettingsError, match="second_reader_may"):
        Settings(second_reader_may="judge")
    with pytest.raises(SettingsError, match="ASCII"):
        ChatReader("m", "http://127.0.0.1", "ké")


@pytest.fixture(scope="module")
def inference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model with the three labels of inference and weights by chance."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("model") / "tiny-nli"
    folder.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "2020", "2022", "winter", "olympics", "it"]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    labels = {0: "contradiction", 1: "entailment", 2: "neutral"}
    size = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    config = BertConfig(
        vocab_size=len(words), id2label=labels, label2id={v: k for k, v in labels.items()}, **size
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


@pytest.mark.model
def test_a_model_for_inference_gives_a_relation_with_its_probability(inference: Path) -> None:
    reader = make_reader(f"nli:{inference}")
    assert reader is not None
    answer = reader.answer(QUESTION)
    relation, share = answer.why.split()
    assert reader.name == "nli:tiny-nli"
    assert {"contradiction": "confirms", "entailment": "denies", "neutral": "unsure"}[
        relation
    ] == answer.opinion
    assert 0.33 <= float(share) <= 1  # the likeliest of three, to two places
    assert reader.answer(QUESTION) == answer


@pytest.mark.parametrize("config", ["{", "{}", '{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}', "[]"])
def test_a_model_of_another_kind_is_refused_before_a_run(tmp_path: Path, config: str) -> None:
    (tmp_path / "config.json").write_text(config, encoding="utf-8")
    with pytest.raises(ModelError, match="no model for inference"):
        NliReader(str(tmp_path))


def test_a_model_that_cannot_be_loaded_gives_no_answer(tmp_path: Path) -> None:
    labels = {"0": "entailment", "1": "neutral", "2": "contradiction"}
    (tmp_path / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    with pytest.raises(SecondReaderError, match="cannot be loaded"):
        NliReader(str(tmp_path)).answer(QUESTION)


def test_an_article_without_flags_asks_nobody(check: Check) -> None:
    found = check("The 2022 Winter Olympics were held in Beijing.", "2022-12-30")
    reader = Told(Answer(Opinion.CONFIRMS))
    reread_flags(found.findings, Article("a", "", "a"), reader, may_veto=True)
    assert reader.asked == []


@pytest.mark.usefixtures("quick")
def test_the_command_asks_the_endpoint_that_is_set(
    tmp_path: Path, store_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, "secret")
    (tmp_path / "story.md").write_text(f"---\ndate: 2022-12-30\n---\n{TEXT}\n", encoding="utf-8")
    with web_server() as server:
        server.answers["/v1/chat/completions"] = lambda exchange: exchange.send(
            said('{"flag": "wrong", "why": "No."}')
        )
        settings = Settings(second_reader=f"chat:m@{server.url('/v1')}", second_reader_may="veto")
        status = check_files(
            [str(tmp_path / "story.md")], False, None, store_path, FakeEncoder(), settings=settings
        )
        assert server.headers[0]["Authorization"] == "Bearer secret"
    assert status == 0
    assert "1  The second reader denies the disagreement" in capsys.readouterr().out
