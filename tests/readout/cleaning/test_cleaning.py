"""HTML to paragraphs: nothing of the text lost, nothing of the page's furniture kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.readout.cleaning.blocks import BlockKind
from reader.readout.cleaning.clean import clean_post

QR = """<style>.appendQr_wrap&#123;border:1px;&#125;</style><div class="clearfix appendQr_wrap">
<div class="appendQr_normal"><img src="https://img.example/343233024.png"></div>
<div class="appendQr_normal_txt">扫码有惊喜</div></div>"""


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        pytest.param("<p>　　甲乙</p><p>丙</p>", ["甲乙", "丙"], id="indent goes"),
        pytest.param(
            '<p>进口<span id="stock_1"><a class="keyword">农产品</a></span><span id="quote_1"></span>检疫</p>',
            ["进口农产品检疫"],
            id="stock tags are joined with nothing",
        ),
        pytest.param(
            "<p><font>增长<font>的</font><font>47.2%</font><font>，占比</font></font></p>",
            ["增长的47.2%，占比"],
            id="nested fonts",
        ),
        pytest.param("<p><a>数字人</a><b>民币</b></p>", ["数字人民币"], id="a word in two tags"),
        pytest.param("<div>甲<br>乙<br/>丙</div>", ["甲", "乙", "丙"], id="br parts"),
        pytest.param("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"], id="text outside p"),
        pytest.param("<p>甲<div>乙</div>丙</p>", ["甲", "乙", "丙"], id="text after a div in a p"),
        pytest.param("<div>甲\n乙</div>", ["甲", "乙"], id="lines without p"),
        pytest.param("<p>甲\n乙 AEO\nRCEP</p>", ["甲乙 AEO RCEP"], id="lines inside p are one"),
        pytest.param("<p>甲&nbsp;乙&ldquo;丙&rdquo;</p>", ["甲 乙“丙”"], id="entities"),
        pytest.param("<p>　</p><p></p><p>&nbsp;</p><p>甲</p>", ["甲"], id="empty paragraphs"),
        pytest.param("<p>甲</p>" + QR, ["甲"], id="style and QR block"),
        pytest.param(
            "<p>甲<style>p&#123;color:red&#125;</style><script>var 乙;</script>丙</p>", ["甲丙"], id="style in p"
        ),
        pytest.param(
            "<p>甲</p><iframe>乙</iframe><video>丙</video><noscript>丁</noscript>", ["甲"], id="frames and video"
        ),
        pytest.param("<div class='app-kaihu-qr'>开户</div><p>甲</p>", ["甲"], id="second advert"),
        pytest.param(
            '<p>甲<!--article_adlist[<p>来源：乙 > "丙"</p>]article_adlist-->丁</p>',
            ["甲丁"],
            id="comment holding HTML",
        ),
        pytest.param("<p>甲</p><!--article_adlist[<p>乙</p>", ["甲", "乙"], id="comment never closed"),
        pytest.param(
            "<table><tr><th>品名</th><th>数量</th></tr><tr><td>大豆</td><td>3<br>吨</td></tr></table>",
            ["品名　数量", "大豆　3 吨"],
            id="table",
        ),
        pytest.param("<ul><li>甲<li>乙</ul><ol><li><p>丙</p></li></ol>", ["甲", "乙", "丙"], id="lists"),
        pytest.param("<p>海關(guān)總署</p><ruby>关<rt>guan</rt></ruby>", ["海關總署", "关"], id="ruby"),
        pytest.param("<p>甲", ["甲"], id="unclosed p"),
        pytest.param("甲\n\n　　乙\n<!-- 丙 -->丁", ["甲", "乙", "丁"], id="plain text"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_paragraphs_of_a_page(html: str, texts: list[str]) -> None:
    """The pane shows each paragraph whole and once, without markup and adverts."""
    assert [block.text for block in clean_post(html).blocks] == texts


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<p><strong>一、总体情况</strong></p>", BlockKind.HEADING),
        ("<h2>总体情况</h2>", BlockKind.HEADING),
        ("<p><strong>会议指出</strong>，要抓落实。</p>", BlockKind.TEXT),
        ("<p><b>要抓好落实，守好国门。</b></p>", BlockKind.TEXT),
        ("<p>总体情况</p>", BlockKind.TEXT),
        ('<div class="img_wrapper"><img src="x.jpg"><span class="img_descr">会场</span></div>', BlockKind.CAPTION),
        ("<figure><img src='x.jpg'><figcaption>会场</figcaption></figure>", BlockKind.CAPTION),
    ],
)
def test_what_kind_of_block_it_is(html: str, kind: BlockKind) -> None:
    """Wholly bold short lines are set as headings; captions do not run into the text."""
    assert [block.kind for block in clean_post(html).blocks] == [kind]


def test_a_caption_is_parted_from_the_text_around() -> None:
    """Text that stands beside an image's caption in one element stays body."""
    blocks = clean_post('<div>甲<span class="img_descr">会场</span>乙</div>').blocks
    assert [(block.text, block.kind.value) for block in blocks] == [("甲", "text"), ("会场", "caption"), ("乙", "text")]


def test_images_are_listed_once_without_the_advert() -> None:
    """Pictures are listed in order, each once; the advert's code, inline data and empty addresses are none."""
    html = """<img src="a.jpg"><img src="a.jpg"><img data-src="b.jpg"><img src=""><img src="data:image/png;base64,xx">
    <img src="https://img.example/343233024.png"><img src="c&#10;&#27;.jpg"><p>x</p>"""
    assert clean_post(html).images == ("a.jpg", "b.jpg", "c .jpg")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 100_000 + "海关", id="deep"),
        pytest.param("<p>" + "<b>" * 20_000 + "海关" + "</b>" * 20_000, id="deep and closed"),
        pytest.param("<!--" * 200_000 + "<p>海关</p>", id="800 KB of comment openings"),
        pytest.param("<p>海关" + " " * 300_000 + "x</p>", id="a run of spaces"),
        pytest.param("<table>" + "<td>海关" * 5_000, id="a row of many cells"),
        pytest.param("<table><tr><td>" * 5_000 + "海关", id="tables in tables"),
        pytest.param("<nav><header><form>" * 5_000 + "海关。", id="furniture in furniture"),
        pytest.param("<p><!--" * 20_000 + "--><p>海关", id="comments cut off again and again"),
        pytest.param("<![CDATA[x]]><![x<p>海关</p>", id="declarations"),
    ],
)
def test_hostile_pages_are_read_in_the_end(html: str) -> None:
    """A page made to stop the reader is read like any other, in seconds."""
    assert "海关" in "".join(block.text for block in clean_post(html).blocks)


def _element(tag: str, children: list[tuple[str, str]]) -> tuple[str, str]:
    """The HTML of an element and the text that it shows."""
    return f"<{tag}>{''.join(html for html, _ in children)}</{tag}>", "".join(text for _, text in children)


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=6)
DROPPED = [
    "<style>甲</style>",
    "<script>乙</script>",
    "<!-- 丙 -->",
    '<div class="appendQr_wrap">丁</div>',
    "<iframe>戊</iframe>",
]
TAGS = ["div", "p", "span", "b", "font", "li", "section", "em", "a", "h2", "blockquote"]
TREES = st.recursive(
    HAN.map(lambda text: (text, text)) | st.sampled_from(DROPPED).map(lambda html: (html, "")) | st.just(("<br>", "")),
    lambda children: st.tuples(st.sampled_from(TAGS), st.lists(children, max_size=4)).map(
        lambda made: (
            f"<{made[0]}>{''.join(html for html, _ in made[1])}</{made[0]}>",
            "".join(text for _, text in made[1]),
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(TREES)
def test_no_chinese_of_the_text_is_lost_and_none_of_the_adverts_kept(tree: tuple[str, str]) -> None:
    """However tags are nested, the text is shown whole, once and in order, and nothing of scripts and adverts."""
    html, text = tree
    found = "".join(block.text for block in clean_post(f"<div>{html}</div>").blocks)
    assert re.sub(r"[^\u4e00-\u9fff]", "", found) == text


SOUP = st.lists(
    HAN
    | st.sampled_from(DROPPED)
    | st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<font>", "</span>", "<span class=x>", "<br>"])
    | st.sampled_from(["<ul><li>", "</ul>", "&nbsp;", "&#12288;", "&#27;", "&#x202E;", "\u200b", "\x07", "<a href=x>"])
    | st.sampled_from(["<!--", "-->", "\n", "<td>", "<section", ">", "<table>", "</table>", "<!-- 丙", "</body>"]),
    max_size=25,
)


@settings(max_examples=200)
@given(SOUP)
def test_a_soup_of_tags_shows_the_text_and_no_control_character(pieces: list[str]) -> None:
    """Unclosed tags, split comments and entities neither lose Chinese that is shown nor let anything through."""
    found = "".join(block.text for block in clean_post("<div>" + "".join(pieces)).blocks)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e]", found)
    if not any("<!--" in piece or piece in ("-->", "<section") for piece in pieces if piece not in DROPPED):
        wanted = "".join(piece for piece in pieces if re.fullmatch("[\u4e00-\u9fff]+", piece))
        assert re.sub("[^\u4e00-\u9fff]", "", found) == wanted
