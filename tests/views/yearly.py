"""Six yearly meetings that tell the same figures, in our own words, for the tests of what follows a figure."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import write_post

YEARS = (
    (2017, "27.8万亿", "增长14.2%", "4259起"),
    (2018, "30.5万亿", "增长9.7%", "4421起"),
    (2019, "31.5万亿", "增长3.4%", "3800余起"),
    (2020, "32.2万亿", "下降1.9%", "4061起"),
    (2021, "39.1万亿", "增长21.4%", "4502起"),
    (2022, "42.1万亿", "增长7.7%", "4498起"),
)
"""Year, 外贸总值, its change, 走私案件; nobody can tell exactly how many 3800余起 are."""


def write_years(folder: Path) -> Path:
    """A folder of these meetings, each held in the January after its year, and an article without figures."""
    folder.mkdir(exist_ok=True)
    for year, value, change, cases in YEARS:
        body = (
            f"<p>　　1月20日，海关总署在北京召开{year + 1}年全国海关工作会议。</p>"
            f"<p>　　会议指出，{year}年外贸总值{value}元，同比{change}；查获走私案件{cases}。"
            "会议认为，服务更加用心。</p>"
        )
        write_post(folder, f"{year}.md", "海关总署召开全国海关工作会议", body, f"Thu, 21 Jan {year + 1} 02:00:00 GMT")
    write_post(folder, "weather.txt", "天气", "<p>　　这是一段天气预报，没有别的内容，也没有数字。</p>")
    return folder
