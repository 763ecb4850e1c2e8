"""Random posts: bytes, front matter, tag soup, officialese; the worst that a folder may hold, short and mixed."""

from __future__ import annotations

from hypothesis import strategies as st

_FRONT = (
    "---\n",
    "\n---\n",
    "\ufeff---\r\n",
    "title: '第三十三次例会'\n",
    "title: 12:30:45\n",
    "title: [[[[[[\n",
    "title: !!python/object:os.system x\n",
    "date: Wed, 06 Jul 2022 06:00:00 GMT\n",
    "date: 2022-13-45 99:99\n",
    "date: 0000-00-00\n",
    "date: 9999-12-31T23:59:59-12:00\n",
    "categories: \n - 金融\n",
    "categories: &a [*a, *a]\n",
    "author: {a: b\n",
    "? \n: :\n",
    "\t",
    "---",
)
_TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<br>", "<br/>", "<strong>", "</strong>", "<font color=red>", "</font>"),
    *(
        "<table><tr><td>",
        "</td>",
        "</table>",
        "<ul><li>",
        "</li>",
        "<img src='x.png' alt='图'>",
        "<img>",
        "<!--",
        "-->",
    ),
    *(
        "<!--article_adlist[",
        "]article_adlist-->",
        "<style>",
        "</style>",
        "<script>",
        "<![CDATA[",
        "<?php",
        "<!DOCTYPE",
    ),
    *(
        '<div class="img_wrapper">',
        '<span class="img_descr">',
        "</span>",
        "<a href='javascript:0'>",
        "</a>",
        "<svg>",
        "<",
    ),
    *(
        "&nbsp;",
        "&#123;",
        "&#x202e;",
        "&#55357;",
        "&amp;lt;",
        "&",
        "\x1b]52;c;x\x07",
        "\x9b2J",
        "\u202e",
        "\ud800",
        "\x00",
    ),
)
_WORDS = (
    *(
        "海关总署",
        "海關總署",
        "署长",
        "副署长",
        "党委书记",
        "胡伟",
        "王令浚",
        "杨 洁",
        "欧阳晨",
        "阿里木·吐尔逊",
        "等",
        "同志",
    ),
    *(
        "主持",
        "出席",
        "参加",
        "会议",
        "召开",
        "举行",
        "例会",
        "座谈会",
        "讲话",
        "并",
        "作",
        "工作报告",
        "在",
        "北京",
        "由",
    ),
    *("、", "，", "。", "；", "：", "“", "”", "（", "）", "《", "》", "「", "　", " ", "\n", "？", "…", "——", "·", ","),
    *(
        "7月5日",
        "2022年",
        "25-26日",
        "第四十六次",
        "昨天",
        "十二月三十一日",
        "99月99日",
        "增长9.4%",
        "19.8万亿元",
        "分别",
        "1、",
    ),
    *(
        "任命",
        "为",
        "免去",
        "的",
        "职务",
        "会见",
        "签署",
        "责任编辑：",
        "来源：",
        "（记者 ",
        "原标题：",
        "习近平总书记",
        "任",
        "第",
    ),
)


def posts() -> st.SearchStrategy[bytes]:
    """The bytes of a post."""
    pieces = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_TAGS), st.sampled_from(_FRONT), st.text(max_size=8))
    texts = st.lists(pieces, max_size=60).map("".join)
    bodies = st.lists(st.sampled_from(_WORDS), max_size=80).map("".join)
    whole = st.tuples(st.lists(st.sampled_from(_FRONT), max_size=6).map("".join), st.one_of(texts, bodies)).map("".join)
    encoded = st.tuples(st.one_of(texts, bodies, whole), st.sampled_from(("utf-8", "gb18030", "utf-16"))).map(
        lambda pair: pair[0].encode(pair[1], errors="ignore")
    )
    return st.one_of(encoded, encoded, encoded, st.binary(max_size=200))
