"""How the labels of the commands are read in Chinese, by the commands' names.

May import nothing of the project. It is what `text.pinyin` says of them (a test compares), which takes a quarter of a
second to say the first.
"""

from collections.abc import Mapping

READINGS: Mapping[str, str] = {
    "filter": "shai xuan",  # 筛选
    "next_hit": "xia yi chu",  # 下一处
    "previous_hit": "shang yi chu",  # 上一处
    "evidence": "chu chu",  # 出处
    "star": "xing biao",  # 星标
    "read": "yi du",  # 已读
    "note": "bei zhu",  # 备注
    "versions": "ban ben",  # 版本
    "outline": "ti gang",  # 提纲
    "earlier": "shang yi pian",  # 上一篇
    "later": "xia yi pian",  # 下一篇
    "go": "tiao dao",  # 跳到
    "count": "ci shu",  # 次数
    "select": "xuan duan",  # 选段
    "copy": "fu zhi",  # 复制
    "cite": "yin yong",  # 引用
    "copy_link": "lian jie",  # 链接
    "browse": "liu lan qi",  # 浏览器
    "find": "ben pian cha zhao",  # 本篇查找
    "undo": "che xiao shai xuan",  # 撤销筛选
    "zen": "zhuan zhu",  # 专注
    "wording": "xin ti fa",  # 新提法
    "baseline": "bi shen me",  # 比什么
    "said": "chu chu he zai",  # 出处何在
    "compare": "dui zhao",  # 对照
    "remember": "ji xia",  # 记下
    "context": "yu jing",  # 语境
    "phrases": "ti fa",  # 提法
    "matrix": "lie ming",  # 列名
    "figures": "shu ju",  # 数据
    "series": "xi lie",  # 系列
    "officials": "guan yuan",  # 官员
    "all_posts": "quan bu",  # 全部
    "enter": "da kai",  # 打开
    "back": "fan hui",  # 返回
    "other_pane": "huan lan",  # 换栏
    "to_text": "zheng wen",  # 正文
    "to_list": "lie biao",  # 列表
    "down": "xia",  # 下
    "up": "shang",  # 上
    "page_down": "xia ye",  # 下页
    "page_up": "shang ye",  # 上页
    "half_down": "xia ban ye",  # 下半页
    "half_up": "shang ban ye",  # 上半页
    "top": "zui qian",  # 最前
    "bottom": "zui hou",  # 最后
    "next_paragraph": "xia yi duan",  # 下一段
    "previous_paragraph": "shang yi duan",  # 上一段
    "theme": "zhu ti",  # 主题
    "wider": "jia kuan",  # 加宽
    "narrower": "shou zhai",  # 收窄
    "export": "dao chu",  # 导出
    "filters": "chang yong shai xuan",  # 常用筛选
    "help": "bang zhu",  # 帮助
    "palette": "ming ling",  # 命令
    "stop": "gua qi",  # 挂起
    "quit": "tui chu",  # 退出
    "note_passage": "pi zhu",  # 批注
    "notes": "quan bu bei zhu",  # 全部备注
}
