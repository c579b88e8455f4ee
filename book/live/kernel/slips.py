"""A sentence in Korean for slips that Python names in English only: code that it cannot read, and a name that stands for nothing."""

import re

# (what the message holds, what the line holds or "", the sentence), the more special one first.
SENTENCES = [
    (r"", r"^else\s+if\b", "“else if”는 파이썬에서 “elif”로 적습니다."),
    (r"was never closed", "", "이 줄에서 연 괄호를 닫지 않았습니다. 짝이 되는 괄호를 적습니다."),
    (r"^unmatched", "", "닫는 괄호에 짝이 되는 여는 괄호가 없습니다. 괄호를 지우거나 앞에서 엽니다."),
    (r"does not match opening", "", "여는 괄호와 닫는 괄호의 모양이 다릅니다."),
    (r"^incomplete input", "", "코드가 끝나기 전에 끊겼습니다. 닫지 않은 괄호나, 쌍점(:) 다음에 비어 있는 블록이 없는지 봅니다."),
    (r"^expected ':'", r":\s*(#.*)?$", "이 줄을 끝의 쌍점(:)까지 읽지 못했습니다. ^가 가리키는 곳에 빠지거나 더 적은 기호가 없는지 봅니다."),
    (r"^expected ':'", "", "이 줄은 쌍점(:)으로 끝나야 합니다."),
    (r"^expected an indented block", "", "앞의 쌍점(:) 다음 줄은 빈칸 네 개만큼 들여 씁니다. 주석만 있는 블록도 비어 있는 것으로 봅니다."),
    (r"^unexpected indent", "", "이 줄이 앞줄보다 안으로 들어가 있습니다. 같은 블록의 줄은 같은 곳에서 시작합니다."),
    (r"^unindent does not match", "", "들여쓰기가 위의 어느 줄과도 맞지 않습니다. 같은 블록의 줄은 같은 곳에서 시작합니다."),
    (r"inconsistent use of tabs", "", "들여쓰기에 탭과 빈칸이 섞여 있습니다. 빈칸으로만 들여 씁니다."),
    (r"instead of '='\?|cannot assign to", r"^(el)?if\b|^while\b", "값이 같은지 비교할 때는 “==”로 적습니다. “=” 하나는 값을 담을 때 씁니다."),
    (r"^cannot assign to", "", "“=”의 왼쪽에는 값을 담을 이름을 적습니다. 비교하려던 것이면 “==”로 적습니다."),
    (r"cannot contain assignment", "", "괄호 안의 “=” 왼쪽에는 이름 하나만 적습니다. 비교하려던 것이면 “==”로 적습니다."),
    (r"^invalid decimal literal", "", "수 바로 뒤에 글자가 붙어 있습니다. 곱하기라면 그 사이에 “*”를 적고, 계산한 결과에서 부르려면 계산을 괄호로 묶습니다."),
    (r"forgot a comma", "", "괄호 안에서 값과 값 사이에 쉼표나 연산 기호가 빠졌습니다."),
    (r"^unterminated", "", "따옴표를 닫지 않았습니다."),
    (r"^invalid (?:character|non-printable)", "", "파이썬이 모르는 글자가 섞여 있습니다. 곱하기는 “*”, 거듭제곱은 “**”, 따옴표와 쉼표는 키보드의 것으로 적습니다."),
    (r"outside function", "", "return이 함수 밖에 있습니다. def로 만든 함수 안에 들여 씁니다."),
    (r"^positional argument follows", "", "괄호 안에서 이름을 붙이지 않은 값은 이름을 붙인 값보다 앞에 적습니다."),
    (r"^Missing parentheses in call to 'print'", "", "print 뒤에는 괄호를 붙입니다. print(x)처럼 적습니다."),
    (r"^expected 'else' after 'if'", "", "한 줄에 적은 if에는 else가 있어야 합니다. 조건이 맞을 때만 할 일은 if로 시작하는 줄과 들여 쓴 줄로 나눕니다."),
    (r"^invalid syntax$", r"^[\w.\[\]]+\s*=\s*(#.*)?$", "“=”의 오른쪽이 비어 있습니다. 담을 값을 적습니다."),
    (r"^invalid syntax$", r"\+\+|--$", "파이썬에는 “++”와 “--”가 없습니다. i += 1처럼 적습니다."),
    (r"^invalid syntax$", r"=[<>]", "비교 기호는 “<=”, “>=”의 차례로 적습니다."),
    (r"^invalid syntax$", r"\d\s+[A-Za-z]\w*\s*($|[-+*/)\],])", "수와 이름 사이에 기호가 없습니다. 곱하기라면 “*”를 적습니다."),
    (r"^invalid syntax$", "", "^가 가리키는 곳이나 그 바로 앞에 빠지거나 더 적은 기호가 없는지 봅니다."),
]  # fmt: skip
SAME_WORD = {"true": "True", "false": "False", "none": "None", "null": "None", "TRUE": "True", "FALSE": "False", "NONE": "None"}


def about(error):
    """The sentence for an error of a cell, or ""."""
    if isinstance(error, NameError) and error.name in SAME_WORD:
        return f"없는 이름입니다: {error.name}. 파이썬에서 적는 이름은 {SAME_WORD[error.name]}입니다."
    if isinstance(error, NameError) and "is not defined" in str(error):
        return f"없는 이름입니다: {error.name}. 철자가 맞는지, 이 이름에 값을 담는 줄이 앞에 있는지 봅니다."
    if not isinstance(error, SyntaxError) or not str(error.filename).startswith("Cell In["):
        return ""
    line = (error.text or "").strip()
    said = next((sentence for words, sign, sentence in SENTENCES if re.search(words, error.msg) and re.search(sign, line)), "")
    return f"{error.lineno}번째 줄: {said}" if said else ""
