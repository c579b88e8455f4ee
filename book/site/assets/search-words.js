// How readers ask: the words of a question that say nothing of what is sought, those that say little, and what readers call
// things that the book calls otherwise. The glossary's "다른 이름" stand in the glossary alone. Words only, no code.

/** Say nothing: left out of a query that has other words. */
export const ASKING = new Set((
  "왜 어떻게 어떡해 무엇 무엇인가 뭐 뭐가 뭐야 뭐예요 뭐에요 뭐지 뭐죠 뭔가요 뭔지 뭐였는지 무슨 무얼 뭘 언제 어디 어디에 어디서 어디에서 어떤 얼마나 누가 " +
  "방법 법 이란 대해 대한 관한 대하여 하는 하나 하나요 하나여 되나 되나요 돼요 되죠 인가 인가요 있나요 있나 없나요 없나 " +
  "뜻 의미 이유 까닭 때 안 못 좀 걸 거 것 게 건가요 거죠 건지 수 하면 해야 해요 해 해도 하지 했는데 했더니 하니까 하려면 하려고 하고 한 할 하게 해줘 해주세요 " +
  "알려줘 알려주세요 모르겠어요 모르겠음 궁금해요 궁금 싶어요 싶은데 싶다 싶음 나요 가요 그냥 혹시 제발 좋을까 좋나요 맞나요 인지 " +
  "with as import from def for in is not and or if the a of to how why what when do does i my"
).split(" "));

/** Forms of 하다, 되다 and 쓰다 that only ask: 해야하나요, 되나요, 써도되나. */
export const ASKING_FORM = /^(하|해|했|할|한|되|돼|됐|된|될|써|쓰|쓸)(야|도|면|서|려면|려고|죠|지|나|나요|는|는지|는거|는게|고|네|네요|요|음|데|는데|었|주|주는|줘|줘요|봐|보|됨|함|되|돼|하|할|까|까요|때|건가|건가요|거|어요)*$/;

/** Only sighs: ㅠㅠ, ㅋㅋ. */
export const SIGH = /^[ㅠㅜㅋㅎ]{2,}$/;

/** Ends as a predicate ends, in words whose stem the rules for verbs do not find. */
export const PREDICATE = /.(요|죠|다|까|니|데|음|됨|임|함|[아어워와여해돼]야|면|면서|때|[아어해]서|려면|려고|지만|든지|거든|더라|버림)$/;

/** Say little: they move a section forward, and a section may lack them. */
export const LIGHT = new Set((
  "아주 더 덜 꼭 잠깐 하나도 전혀 문 포문 각각 일부 일부만 전체 자동으로 계속 자꾸 갑자기 너무 다시 또 쉽게 제대로 직접 혼자 같이 그대로 바로 이미 아직 항상 가끔 매번 점점 " +
  "이용 구현 설명 해결 문제 원인 원리 사용 사용법 예제 예시 코드 질문 도움 정리 개념 기초 정도 경우 상황 필요 가능 호출 처리 발생 결과 상태 차이 차이점 " +
  "않다 같다 하다 되다 뜨다 있다 없다 쓰다 보다 나오다 나다 주다 오다 가다 싶다 모르다 알다 넣다 붙이다 짜다 내다 짜보기 해보기 해봐도 써야 써요 쓰나요 쓰는 나와요 나옴 남 뜸 떠요 생겨요"
).split(" "));

const LINES = `
토치: torch, pytorch
넘파이: numpy
numpy: 넘파이
쿠다: cuda
gpu: cuda, 그래픽 카드, 장치
그래픽카드: 그래픽 카드
쥬피터: jupyter
주피터: jupyter
윈도우: windows
윈도우즈: windows
리눅스: linux
가상환경: venv
컴터: 컴퓨터
피씨: 컴퓨터
핸드폰: 휴대전화
휴대폰: 휴대전화
스마트폰: 휴대전화
모바일: 휴대전화
다운: 내려받
다운받: 내려받
다운로드: 내려받
깔: 설치
라이센스: 라이선스
저작권: 라이선스
상업적: 라이선스
로컬그래디언트: 국소 도함수
두번미분: 이계도함수, 고차
미분을두번: 이계도함수, 고차
공부: 읽, 배우
순서: 차례, 먼저
로스: 손실
loss: 손실
코스트: 손실
손실함수: 손실
웨이트: 파라미터, 가중치
가중치: 파라미터
weight: 파라미터
lr: 학습률
gradient: 기울기
그래디언트: 기울기
그라디언트: 기울기
grad: 기울기
미분값: 기울기
레이어: 층
layer: 층
업데이트: 고치
갱신: 고치
수정: 고치
루프: 반복문
loop: 반복문
포문: 반복문
에러: 오류
error: 오류
버그: 틀리
백워드: backward
포워드: 순전파
리셋: 비우, 초기화
초기화: 비우
까먹: 잊, 빠뜨리
깜빡: 잊, 빠뜨리
누적: 쌓
accumulation: 누적
누수: 늘, 새
부족: 늘, 부족
모자라: 늘, 부족
터지: 늘
터짐: 늘
oom: 메모리
늘어나: 늘
쪼개: 나누
미니배치: 데이터
배치: 데이터
batch: 데이터
freeze: 얼리
프리즈: 얼리
동결: 얼리
고정: 붙잡
배치놈: 배치 정규화
batchnorm: 배치 정규화
드랍아웃: 드롭아웃
dropout: 드롭아웃
추론: 예측, inference_mode
인퍼런스: 예측, inference_mode
데코레이터: 함수 전체
decorator: 함수 전체
선형: 직선
회귀: 직선, 맞추
피팅: 맞추
fitting: 맞추
히든: 상태
hidden: 상태
스테이트: 상태
state: 상태
rnn: 신경망, 상태
penalty: 벌점
마스크: 조건
mask: 조건
마스킹: 조건
val: 평가
검증: 평가
validation: 평가
테스트: 평가
test: 평가
패딩: 빠진
bptt: 역전파
이어지: 끊
흐르: 지나
패널티: 벌점
오토그라드: 자동 미분, autograd
dtype: 자료형
데이터타입: 자료형
타입: 자료형
정수: 소수점
int: 정수, 자료형
발산: 엇나가, 커지
튀: 엇나가, 커지
폭발: 커지
커지: 쌓
줄어들: 줄
안줄어: 줄지
카피: 복사
복사: deepcopy, clone
copy: 복사
clone: 복사
합치: 묶, stack
이어붙이: 묶, stack
사라지: 끊, none
없어지: 사라지, 없
슬라이싱: 뷰, chunk
슬라이스: 뷰, chunk
인덱싱: 뷰
slicing: 뷰
이차미분: 이계도함수, 고차
이계: 고차
2차: 고차
제일: 가장
뒤: 거꾸로
가파르: 빨리 커지
평평: 수평
로컬: 국소
local: 국소
하이퍼파라미터: 학습률
차이점: 차이, 비교
다르: 차이, 비교
달라지: 다르
비교: 나란히
그리기: 그림
그래프로: 그림
평균: mean
합계: sum
sum: 합
mean: 평균
스텝: 걸음
step: 걸음
non: 리프
leaf: 리프
원본: 원래
숫자: 파이썬 수, item
끄: 멈추, no_grad
켜: requires_grad
바꾸: 변환
변환: 바꾸
중단: 멈추
`;

/** What readers call things → what the book calls them: 토치 → torch, pytorch. */
export const OTHER_NAMES = new Map(LINES.trim().split("\n").map((line) => {
  const [name, others] = line.split(": ");
  return [name, others.split(", ")];
}));
