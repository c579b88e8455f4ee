"""Sphinx's and myst-nb's own words in Korean: Sphinx's catalogue for Korean lacks them."""

from sphinx.locale import get_translator

WORDS = {
    "Attention": "주의",
    "Caution": "조심",
    "Danger": "위험",
    "Error": "오류",
    "Hint": "힌트",
    "Important": "중요",
    "Note": "참고",
    "See also": "함께 보기",
    "Tip": "도움말",
    "Warning": "경고",
    "Link to this heading": "이 절의 주소",
    "Link to this image": "이 그림의 주소",
    "Link to this table": "이 표의 주소",
    "Link to this code": "이 코드의 주소",
    "Link to this equation": "이 수식의 주소",
    "Link to this term": "이 용어의 주소",
    "Link to this definition": "이 정의의 주소",
}


def translate(app):
    get_translator("sphinx")._catalog.update(WORDS)
