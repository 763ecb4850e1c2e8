"""Every form of markup and of credit line that posts come in: what is body, what is not."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from reader.readout.cleaning.blocks import BlockKind
from reader.readout.cleaning.clean import clean_post
from reader.readout.cleaning.credits import sort_blocks

LEDE = "7月5日，海关总署召开例会，研究下半年的重点工作。"
NEXT = "会议要求，各地海关要把口岸通关服务做细做实，及时回应企业的关切，守住安全的底线，确保年度任务按时完成。"
BODY = f"<p>　　{LEDE}</p><p>　　{NEXT}</p>"


class Parts(NamedTuple):
    """What a post shows: its body, its credits as label/value, its captions."""

    body: list[str]
    credits: list[str]
    captions: list[str]


def parts(html: str, author: str | None = None) -> Parts:
    """The parts of a post's text."""
    found = sort_blocks(clean_post(html).blocks, author)
    credits = [f"{credit.label}/{credit.value}" for credit in found.credits]
    return Parts([block.text for block in found.body], credits, list(found.captions))


LINES = {
    "责任编辑：王明远": "责任编辑/王明远",
    "责任编辑：刘海 SF014": "责任编辑/刘海 SF014",
    "（责任编辑：刘海_NF014）": "责任编辑/刘海_NF014",
    "来源：某报": "来源/某报",
    "来源“海关发布”": "来源/海关发布",
    "来源「海关发布」": "来源/海关发布",
    "转载请注明来源“海关发布”": "来源/海关发布",
    "转载请注明来源：海关发布": "来源/海关发布",
    "文章来源：海关总署网站": "来源/海关总署网站",
    "来源 海关总署网站": "来源/海关总署网站",
    "来源丨海关发布": "来源/海关发布",
    "摄影/ 高海": "摄影/高海",
    "监制/ 陶明远": "监制/陶明远",
    "（作者：陈海）": "作者/陈海",
    "（来源：某报 作者：陈海）": "来源/某报 作者/陈海",
    "来源：某报 作者：陈海 责任编辑：王明远": "来源/某报 作者/陈海 责任编辑/王明远",
    "编辑：王明远，校对：陈海": "编辑/王明远 校对/陈海",
    "编辑丨王明远　审校丨陈海": "编辑/王明远 审校/陈海",
    "编辑：王明远 ID014": "编辑/王明远 ID014",
    "本报记者 王明远 见习记者 陈海 李文达": "本报记者/王明远 见习记者/陈海 李文达",
    "新华社记者王明远、陈海": "新华社记者/王明远、陈海",
    "本报记者 王明远 报道": "本报记者/王明远",
    "（本报记者 王明远）": "本报记者/王明远",
    "记者：王明远": "记者/王明远",
    "► 文 王明远": "文/王明远",
    "文/图 王明远": "文/图/王明远",
    "文／图：王明远": "文／图/王明远",
    "文 王明远 图 陈海": "文/王明远 图/陈海",
    "责任编辑 王明远": "责任编辑/王明远",
    "（编辑 王明远）": "编辑/王明远",
    "責任編輯：陳海": "責任編輯/陳海",
    "來源：大公網": "來源/大公網",
    "（記者 陳海）": "記者/陳海",
    "攝影：陳海": "攝影/陳海",
    "出品：海关总署新闻办": "出品/海关总署新闻办",
    "编辑：阿里木·吐尔逊": "编辑/阿里木·吐尔逊",
    "2023年10月25日 09:30　来源：某网": "来源/某网",
    "2023-10-25 09:30:12 来源：某网 字号：大 中 小 打印": "来源/某网",
    "发布时间：2023-10-25　来源：某网　浏览次数：123": "来源/某网",
}


def _words(credits: list[str]) -> str:
    return " ".join(credits).replace("文章来源", "来源")


@pytest.mark.parametrize("place", ["first", "second", "last"])
@pytest.mark.parametrize("line", LINES)
def test_a_credit_line_stands_apart_wherever_it_stands(line: str, place: str) -> None:
    """A line that names source, editor or reporter is no text, whether it stands first, second or last."""
    at = {"first": 0, "second": 1, "last": 2}[place]
    lines = [LEDE, NEXT]
    lines.insert(at, line)
    found = parts("".join(f"<p>　　{text}</p>" for text in lines))
    assert (found.body, _words(found.credits)) == ([LEDE, NEXT], LINES[line])


@pytest.mark.parametrize(
    ("before", "after", "credit"),
    [
        (f"中新网广州6月22日电 （王明远 陈海）{LEDE}", f"中新网广州6月22日电 {LEDE}", "记者/王明远 陈海"),
        (f"中新网广州6月22日电（记者 王明远 陈海）{LEDE}", f"中新网广州6月22日电 {LEDE}", "记者/王明远 陈海"),
        (f"新华社北京6月22日电（记者王明远、陈海）{LEDE}", f"新华社北京6月22日电 {LEDE}", "记者/王明远、陈海"),
        (
            f"本报讯（记者 王明远 通讯员 陈海）{LEDE}",
            f"本报讯 {LEDE}",
            "记者/王明远 通讯员/陈海",
        ),
        (f"（记者 王明远）{LEDE}", LEDE, "记者/王明远"),
        (f"{LEDE}（本报记者 王明远）", LEDE, "本报记者/王明远"),
        (f"{LEDE}（编辑 王明远）", LEDE, "编辑/王明远"),
        (f"{LEDE}（责任编辑：王明远）", LEDE, "责任编辑/王明远"),
        (f"央视网消息（记者 王明远）：{LEDE}", f"央视网消息：{LEDE}", "记者/王明远"),
        (f"{LEDE}（来源：某报）", LEDE, "来源/某报"),
        (f"{LEDE}　责任编辑：王明远", LEDE, "责任编辑/王明远"),
        (f"{LEDE}（完）", LEDE, ""),
        (f"{LEDE}(完)", LEDE, ""),
        (f"{LEDE}（记者 王明远）（完）", LEDE, "记者/王明远"),
        (f"【资料图】{LEDE}", LEDE, ""),
    ],
)
def test_a_byline_in_a_paragraph_leaves_its_sentence_whole(before: str, after: str, credit: str) -> None:
    """The reporter named behind the dateline, or in brackets at the end, stands apart; the sentence stays."""
    found = parts(f"<p>　　{before}</p>")
    assert (found.body, " ".join(found.credits)) == ([after], credit)


@pytest.mark.parametrize("name", ["海关发布", "（新华社）", "中国新闻网", "央视网", "证券时报网", "某某客户端"])
@pytest.mark.parametrize("place", ["first", "last"])
def test_the_name_of_the_source_alone_on_a_line_is_its_credit(name: str, place: str) -> None:
    """A line that is only the publisher's name, the post's own or a known one, is no text."""
    line = f"<p>{name}</p>"
    found = parts(line + BODY if place == "first" else BODY + line, author="某某客户端")
    assert (found.body, found.credits) == ([LEDE, NEXT], [f"来源/{name.strip('（）')}"])


SENTENCES = [
    "会议强调：要抓好落实。",
    "会议要求：抓好落实",
    "数据来源：海关统计。各地要核对。",
    "来源：一是进口，二是出口，三是转口。",
    "来源广泛",
    "编辑部召开会议",
    "全国海关要落实责任：编辑预案",
    "记者：请问上半年的外贸情况怎么样？",
    "记者：谢谢",
    "记者从海关总署获悉，例会已经召开。",
    "记者 从海关总署获悉",
    "记者 看到 口岸 繁忙",
    "时间：2022年7月13日 10:00",
    "本报记者在口岸看到，通关有序。",
    "文 化交流不断加深",
    "图们海关召开例会",
    "设计：先行先试，稳步推开。",
    "文章指出，要抓落实（下同）。",
    "6月22日（星期三）召开例会。",
    "经认证的经营者（AEO）互认",
    "会议还研究了其他事项（节选）",
    "关闭口岸要依法",
    "推荐内容要符合规定",
    "打印机进口增长",
    "2022年7月5日",
    "当前位置优势明显",
    "一要守住底线 > 二要抓好落实",
    "海关发布新规",
    "摄影展开幕",
    "责任编辑制度",
    "设计：守正创新",
    "视频：海关总署召开例会",
    "审核：书面审核",
    "监管：守住底线",
    "海关发布的消息（下同）",
    "作者观点：要抓落实",
    "审核：对申请材料进行书面审核",
    "统筹：既要管得住又要放得开，还要通得快",
    "新华社受权发布公告",
    "????年海关工作",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_the_text_is_never_taken_for_anything_else(sentence: str) -> None:
    """What merely begins like a credit, a button or a breadcrumb stays in the text."""
    found = parts(f"<p>{LEDE}</p><p>{NEXT}</p><p>{sentence}</p><p>{NEXT}</p>")
    assert (found.body, found.credits) == ([LEDE, NEXT, sentence, NEXT], [])


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 新闻 > 正文",
        "您现在的位置：首页>新闻>要闻",
        "首页 » 新闻",
        "新闻 > 国内 > 正文",
        "【资料图】",
        "推荐内容",
        "关闭",
        "打印",
        "【打印】【关闭】",
        "小字号",
        "【字体：大 中 小】",
        "分享到",
        "分享到： 微信 微博 QQ空间",
        "（完）",
        "(完)",
        "海量资讯、精准解读，尽在新浪财经APP",
        "浏览次数：1024次",
        "上一篇：某地海关召开例会",
        "相关新闻",
        "推薦內容",
        "发布时间：2023-10-25 09:30",
        "2023年10月25日 09:30",
    ],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_the_words_of_a_site_are_no_text(line: str, place: str) -> None:
    """Breadcrumbs, buttons, counters and adverts around a text are not shown."""
    html = f"<p>{line}</p>{BODY}" if place == "first" else f"{BODY}<p>{line}</p>"
    assert parts(html) == ([LEDE, NEXT], [], [])


@pytest.mark.parametrize(
    ("html", "body"),
    [
        pytest.param(f"{LEDE}\n\n　　{NEXT}\n", [LEDE, NEXT], id="plain text"),
        pytest.param(f"<div>\n　　{LEDE}\n　　{NEXT}\n</div>", [LEDE, NEXT], id="bare lines"),
        pytest.param(f"<div>　　{LEDE}<br><br/>　　{NEXT}</div>", [LEDE, NEXT], id="div and br"),
        pytest.param(f"<p>　　{LEDE}　　{NEXT}</p>", [LEDE, NEXT], id="parted by indents alone"),
        pytest.param(f"<p>　　{LEDE}\n　　{NEXT}</p>", [LEDE, NEXT], id="lines in one p"),
        pytest.param(f"<pre>{LEDE}\n{NEXT}</pre>", [LEDE, NEXT], id="pre"),
        pytest.param(
            f"<table><tr><td><p>{LEDE}</p><p>{NEXT}</p></td></tr></table>", [LEDE, NEXT], id="a table for a layout"
        ),
        pytest.param(
            f"<p>{LEDE}</p><table><tr><td>总计（吨）<td><td></td><td>3</table>",
            [LEDE, "总计（吨）　　　3"],
            id="an empty cell",
        ),
        pytest.param(f"<p>????{LEDE}</p>", [f"????{LEDE}"], id="lost bytes"),
        pytest.param(
            f"<p>{LEDE}</p><!--article_adlist[<p>来源：甲 > '乙'</p><p>{NEXT}</p><!-- 总声明-->",
            [LEDE, NEXT],
            id="a comment cut off before another",
        ),
        pytest.param(
            f'<p>{LEDE}<!--article_adlist[<p>广告"甲"</p>]article_adlist--></p><p>{NEXT}</p>',
            [LEDE, NEXT],
            id="a comment inside",
        ),
        pytest.param(f"<footer>{LEDE}{NEXT}</footer>", [LEDE + NEXT], id="a text that is all footer"),
        pytest.param(f"<form><p>{LEDE}</p><p>{NEXT}</p></form>", [LEDE, NEXT], id="a form around all"),
        pytest.param(f"<nav><a>首页</a><a>新闻</a></nav>{BODY}", [LEDE, NEXT], id="navigation"),
        pytest.param(
            "<p>海關(guān)總(zǒng)署(shǔ)召開例會，部署工作。</p>",
            ["海關總署召開例會，部署工作。"],
            id="pinyin with tones",
        ),
        pytest.param(
            "<p>国(guo)(guo)务(wu)院强(qiang)😀调，海★(hai)关(guan)(guan)要（AEO）落(luo)实。</p>",
            ["国务院强调，海关要（AEO）落实。"],
            id="dirty pinyin",
        ),
        pytest.param(
            "<p>企业（AEO）、协定(RCEP)和世贸(WTO)，某某(an)与郇(xún)某。</p>",
            ["企业（AEO）、协定(RCEP)和世贸(WTO)，某某(an)与郇(xún)某。"],
            id="brackets that are no pinyin",
        ),
    ],
)
def test_the_paragraphs_in_every_form_of_markup(html: str, body: list[str]) -> None:
    """Each paragraph is shown once and whole, in whatever markup it comes."""
    assert parts(html).body == body


@pytest.mark.parametrize(
    "html",
    [
        '<div class="img_wrapper"><img src="a" alt="口岸通关现场"><span class="img_descr">口岸通关现场</span></div>',
        '<div class="img_wrapper"><span class="img_descr">口岸通关现场</span></div>',
        '<p><img src="a.jpg" alt="口岸通关现场"></p><p>口岸通关现场</p>',
        "<figure><img src='a.jpg'><figcaption><p>口岸通关现场</p></figcaption></figure>",
    ],
)
def test_a_caption_is_shown_once_and_is_no_text(html: str) -> None:
    """A picture's caption is told once, with or without its picture, and is not counted as text."""
    assert parts(f"<p>{LEDE}</p>{html}<p>{NEXT}</p>") == ([LEDE, NEXT], [], ["口岸通关现场"])


@pytest.mark.parametrize(
    ("html", "heading"),
    [
        ("<p><strong>总体情况</strong></p>", True),
        ('<p><font style="font-weight: bold">总体情况</font></p>', True),
        ('<p><font cms-style="font-L strong-Bold">总体情况</font></p>', True),
        ("<p>　　提升口岸通关效率</p>", True),
        ("<p>一、总体情况</p>", True),
        ("<p>（二）下半年的重点任务</p>", True),
        ("<p>王明远 陈海 李文达</p>", False),
        ("<p>王明远陈海涛李文达</p>", False),
        ("<p>王明远、陈海、李文达</p>", False),
        ("<p>要抓好落实。</p>", False),
        ("<p>同志们：</p>", False),
        ("<p>新华社北京7月5日电</p>", False),
    ],
)
def test_which_lines_are_sub_headings(html: str, heading: bool) -> None:
    """Bold lines and short plain lines between paragraphs are set as sub-headings; names and sentences are not."""
    kinds = [block.kind for block in sort_blocks(clean_post(f"<p>{LEDE}</p>{html}<p>{NEXT}</p>").blocks).body]
    assert (kinds[1] is BlockKind.HEADING) is heading
    assert kinds[0] is kinds[-1] is BlockKind.TEXT


def test_a_short_line_at_the_end_is_no_sub_heading() -> None:
    """What no longer text follows is a line of the text."""
    blocks = sort_blocks(clean_post(f"<p>{LEDE}</p><p>海关总署办公厅</p>").blocks).body
    assert [block.kind for block in blocks] == [BlockKind.TEXT, BlockKind.TEXT]
