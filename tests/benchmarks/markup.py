"""Dresses the paragraphs of a made-up post as HTML of four makes, with a credit, an image and the tail of a site."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.benchmarks.writer import Writer

_INDENT = "\u3000\u3000"
_STYLE = "font-family: 宋体, SimSun; font-size: 16px; letter-spacing: 0.5px; line-height: 28px; color: rgb(51, 51, 51);"
_TAIL = """
<!-- 正文结束 -->
<!-- 文末推广 start -->
            <style>
            .site_tail_wrap {border:1px solid #E6E6E6;padding:8px;margin:12px auto;background:#fff;}
            .site_tail_wrap img {width:74px;height:74px;float:left;display:inline-block;}
            .site_tail_wrap .words {font-size:14px;line-height:22px;color:#666;text-align:justify;}
            .site_tail_wrap .words p {margin:0 0 8px;padding:0;text-indent:0;word-break:break-all;}
            .site_tail_wrap .title {font-size:16px;font-weight:bold;line-height:30px;color:#333;}
            .site_tail_wrap .clearfix:after {content:"";display:block;height:0;clear:both;visibility:hidden;}
            .site_tail_wrap .aside {position:absolute;top:0;right:0;width:320px;height:180px;overflow:hidden;}
            .site_tail_wrap .share {list-style:none;margin:16px 0;padding:0;border-top:1px solid #E6E6E6;}
            .site_tail_wrap .share_item {display:inline-block;width:32px;height:32px;margin-right:12px;}
            .site_tail_wrap .words a {color:#4d4d4d;text-decoration:none;border-bottom:1px dotted #999;}
            </style>
            <div class="clearfix site_tail_wrap">
                <div class="site_tail_image"><a href="https://news.example/app" target="_blank"></a></div>
            </div>
<!-- 文末推广 end -->
<script type="text/javascript">
    var page = {channel: "customs", kind: "article", share: true, comments: false};
    var sizes = {small: [320, 180], medium: [640, 360], large: [1280, 720]}, lazy = {offset: 200, effect: "fadeIn"};
    page.ready = function (name, value) { this[name] = value; return this.queue ? this.queue.push(name) : 0; };
    page.share = [{kind: "link", title: "share_item_1", rel: "nofollow"}, {kind: "mail", title: "share_item_2"}];
    page.places = ["top", "bottom", "aside"].map(function (name) { return {name: name, width: 320, height: 180}; });
    page.counts = {read: 0, liked: 0, shared: 0, since: "page-start", every: 30000, limit: 20, url: "/counts/v2"};
    (function (w, d) { var s = d.createElement("script"); s.async = true; w.tail = [s, page]; })(window, document);
</script>
"""


def dressed(paragraphs: Sequence[str], original_title: str | None, number: int, writer: Writer) -> str:
    """The body's HTML; the make, the image and the credits follow from the writer's next random numbers."""
    lines = [f"原标题：{original_title}", *paragraphs] if original_title else list(paragraphs)
    lines.append(f"来源：{writer.word('source')}")
    if writer.rng.random() < 0.6:
        lines.append(f"编辑：{writer.word('person')}")
    make = _MAKES[int(writer.rng.random() * len(_MAKES))]
    image = ""
    if writer.rng.random() < 0.4:
        image = (
            f'<div class="img_wrapper"><img id="{number}" src="img/{number}.jpg" alt referrerpolicy="no-referrer">'
            '<span class="img_descr"></span></div>\n'
        )
    return f"<div>\n{image}{make(lines)}\n{_TAIL}</div>\n"


def _plain(lines: Sequence[str]) -> str:
    return "\n".join(f'<p cms-style="font-L" style="text-align: justify;">{_INDENT}{line}</p>' for line in lines)


def _fonted(lines: Sequence[str]) -> str:
    return "\n".join(f'<p cms-style="font-L">{_INDENT}<font cms-style="font-L">{line}</font></p>' for line in lines)


def _styled(lines: Sequence[str]) -> str:
    before = f'<p style="text-indent: 0px; text-align: justify; margin: 0 0 16px;"><span style="{_STYLE}">{_INDENT}'
    return "\n".join(f"{before}{line}</span></p>" for line in lines)


def _broken(lines: Sequence[str]) -> str:
    """One block with line breaks, the inside of each line cut by spans of a word processor."""
    rows = []
    for line in lines:
        middle = len(line) // 2
        rows.append(f'{_INDENT}<span lang="ZH-CN">{line[:middle]}</span><span style="{_STYLE}">{line[middle:]}</span>')
    return f'<div class="TRS_Editor" style="{_STYLE}">\n' + "<br>\n".join(rows) + "<br>\n</div>"


_MAKES: tuple[Callable[[Sequence[str]], str], ...] = (_plain, _fonted, _styled, _broken)
