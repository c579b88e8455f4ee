// How readers ask: the words of a question that say nothing of what is sought, those that say little, and what readers call
// things that the book calls otherwise. The glossary's "다른 이름" stand in the glossary alone. Words only, no code.

/** Say nothing: left out of a query that has other words. */
export const ASKING = new Set((
  "랑 왜 어떻게 어떡해 어케 뭐임 뭐냐 뭘까 뭐길래 뭔데 왜죠 왜요 무엇 무엇인가 뭐 뭐가 뭐야 뭐예요 뭐에요 뭐지 뭐죠 뭔가요 뭔지 뭐였는지 무슨 무얼 뭘 언제 어디 어디에 어디서 어디에서 어떤 얼마나 누가 " +
  "건가 건가여 거임 거냐 거야 거예요 거에요 거여 거지 건데 건데요 거라는데 거라던데 걸까 걸까요 인거 인건가 인가여 한거 된거 왜해요 왜함 왜해 왜써 왜쓰나 왜있나 어케함 어케해 어떡함 라던데 이라던데 냐고 뭘로 뭐로 몇개 " +
  "방법 법 이란 대해 대한 관한 대하여 하는 하나 하나요 하나여 되나 되나요 돼요 되죠 인가 인가요 있나요 있나 없나요 없나 " +
  "뜻 의미 이유 까닭 때 안 못 좀 걸 거 것 게 건가요 거죠 건지 수 하면 해야 해요 해 해도 하지 했는데 했더니 하니까 하려면 하려고 하고 한 할 하게 해줘 해주세요 " +
  "알려줘 알려주세요 모르겠어요 모르겠음 궁금해요 궁금 싶어요 싶은데 싶다 싶음 나요 가요 그냥 혹시 제발 좋을까 좋나요 맞나요 인지 " +
  "with as import from def for in is not and or if the a of to how why what when do does i my vs"
).split(" "));

/** Forms of 하다, 되다 and 쓰다 that only ask: 해야하나요, 되나요, 써도되나. */
export const ASKING_FORM = /^(하|해|했|할|한|되|돼|됐|된|될|써|쓰|쓸)(야|도|면|서|려면|려고|죠|지|나|나요|는|는지|는거|는게|고|네|네요|요|음|데|는데|었|주|주는|줘|줘요|봐|보|됨|함|되|돼|하|할|까|까요|때|건가|건가요|거|어요)*$/;

/** Only sighs: ㅠㅠ, ㅋㅋ. */
export const SIGH = /^[ㅠㅜㅋㅎ]{2,}$/;

/** Ends as a predicate ends, in words whose stem the rules for verbs do not find. */
export const PREDICATE = /.(요|죠|다|까|니|데|음|됨|임|함|[아어워와여해돼]야|면|면서|때|[아어해]서|[가-힣][는은던](?:거|게|것|건|걸)|려면|려고|지만|든지|거든|더라|버림)$/;

/** Say little: they move a section forward, and a section may lack them. */
export const LIGHT = new Set((
  "내 내가 제가 저는 나는 우리 설정 이상해지다 이상하다 세줄 한줄 중 도중 서로 한눈에 정확히 실제로 죄다 통째로 기법 기법들 장단점 장점 단점 뼈대 느낌 직관 직관적 사례 간단히 간단한 자세히 정말 진짜 혹은 아니면 요새 금방 얼른 살짝 대충 팁 꿀팁 주의점 주의사항 특징 실전 차근차근 총정리 솔직히 일단 분명 분명히 왠지 뭔가 아무튼 도저히 드디어 이제 지금 방금 아까 이거 그거 저거 이게 그게 이런 그런 이렇게 그렇게 여기 거기 그걸로 볼만한 파이토치 토치 pytorch torch example examples code tutorial use using get make work works way new all 현상 증상 관련 부분 과정 방식 종류 알고리즘 공식 예 다 모두 전부 아주 더 덜 꼭 잠깐 하나도 전혀 문 포문 각각 일부 일부만 전체 자동으로 계속 자꾸 갑자기 너무 다시 또 쉽게 제대로 직접 혼자 같이 그대로 바로 이미 아직 항상 가끔 매번 점점 " +
  "용도 종류별 측정 방지 분량 절차 기준 비율 수단 목적 취지 요령 노하우 절약 복구 세팅 옵션 조건 효과 영향 특성 성질 유형 형태 모음집 일반 보통 제거 원리 의의 필요성 주의할 유의점 요약 정의 걸리는 "  +
  "무시 조심 권장 선택 변화 변경 이동 연결 관계 원래 처음 제일 그런데 근데 그럼 그러면 만약 결국 당연히 오히려 왜인지 이유가 무슨말 남발 동안 이후 이전 다음 직후 먹나 " +
  "실패 죽음 큰일 매 다른점 다른거 괜찮다 추가 요즘 이용 구현 설명 해결 문제 원인 원리 사용 사용법 예제 예시 코드 질문 도움 정리 개념 기초 정도 경우 상황 필요 가능 호출 처리 발생 결과 상태 차이 차이점 " +
  "않다 같다 하다 되다 뜨다 있다 없다 쓰다 보다 나오다 나다 주다 오다 가다 싶다 모르다 알다 넣다 붙이다 짜다 내다 짜보기 해보기 해봐도 써야 써요 쓰나요 쓰는 나와요 나옴 남 뜸 떠요 생겨요"
).split(" "));

/** Of the trade, besides the glossary and the headings: they show that a query is about what the book is about. */
export const TRADE = new Set((
  "resnet vgg unet mnist cifar 코랩 colab wgan micrograd " +
  "단축키 검색창 힌트 이차함수 에이전트 이원수 로짓 extractor classifier encoder decoder 인코더 디코더 분류기 pooling 풀링 conv 합성곱 embedding 임베딩 토큰 token dataloader 데이터로더 산점도 " +
  "gan generator discriminator 생성자 판별자 네트워크 활성값 배치 미니배치 에포크 에폭 레이어 로스 웨이트 웨잇 가중치 시그모이드 소프트맥스 렐루 신경망 뉴런 퍼셉트론 행렬 절댓값 절대값 제곱근 logits 양자화 클리핑 크로스엔트로피 bce mse cnn rnn lstm gan vae " +
  "shape dtype batch epoch loss layer weight weights numpy 넘파이 파이토치 토치 pytorch torch optimizer variable fp16 float16 softmax relu sigmoid argmax 미분값 도함수 백워드 디태치 백본 파인튜닝 전이학습"
).split(" "));

/** Names of what the book has nothing about, that its readers know or that begin as words of the book do. */
export const FOREIGN = /^(텐서플로|포토샵|엑셀|노션|유튜브|피그마|스프링|장고|플러터|쿠버네티스|유니티|언리얼|워드프레스|안드로이드스튜디오|일러스트레이터|프리미어|카카오|네이버|로그인|로그아웃|케라스|사이킷런|판다스|자바|리액트)|^(tensorflow|keras|jax|sklearn|xgboost|lightgbm|pandas|opencv|seaborn|yolo.*|html|css|sql|javascript|java|react|docker|pygame|cron|photoshop|excel|notion|figma|django|flutter|kubernetes|unity|wordpress|vue)$/;

/** Ends of a word that add nothing to be looked for: 샘플별, 미분용. */
export const SUFFIX = /^(값|별|별로|용|식|식으로|법|형|화|중|전|후|쪽|류|끼리|하기|되기|하는법|하는거|이랑|이라는|에서는)$/;

/** What a query asks → what the heading says that answers it. */
export const KINDS = [
  [/왜|이유|까닭|why/, /왜|까닭/],
  [/어디|위치|where/, /어디|자리|곳/],
  [/언제|타이밍|when/, /언제|때|쓸곳/],
  [/차이|다른|다르|다름|비교|vs|difference/, /차이|다른|비교|대신/],
  [/고치|해결|막으려|fix/, /고치|막지|바꾸/],
  [/직접|구현|짜보|만들/, /만들기|손으로/],
  [/법|하려면/, /법$|하기$/],
];

/** Of the book, and of any other: they do not show that a query is about what the book is about. */
export const GENERAL = new Set((
  "학습 모델 예측 함수 변수 그래프 프로그램 컴퓨터 시간 이름 입력 출력 결과 값 데이터 파일 엔진 도구 표 줄 메모리 실행 설치 패키지 내려받기 코드 반복문 조건 오류 에러 " +
  "파이썬 python 숫자 수 평균 합 차례 사전 지도 책 연습 배우기 읽기 찾기 만들기 구하기 보기 시작 처음 마지막 전체 이미지 그림 화면 점 선 도형 버전 추론 가격 직선 방향 자동 계산 " +
  "추천 강의 강좌 순서 계획 면접 준비 주말 보상 전자책 깃허브 버튼 초보자 배터리 카메라 사진 게임 검색 백업 비행기 커브 카드 파일 라이브러리 프레임워크 시뮬레이터 언어 물리 저장 복사 확률 운 모음 명령어 거리 길이 무한 외부 위치 표시 초보 템플릿 " +
  "리눅스 권한 비교 차이 차이점 앱 단어 풀이 테스트 아이폰 아이패드 안드로이드 갤럭시 태블릿 사파리 크롬 엣지 파이어폭스 맥북 맥 컴 파이참 vscode pycharm 학생 학생들 제출물 숙제 프린트 오타 철자 먹 빠르 느리 묻 구조 다운로드 다운 윈도우 윈도우즈 공부 그래픽카드 삭제 수정 업데이트 random cpu gpu pdf epub version list input output index label target test noise flow state linear error old slow fast memory root edge node graph view network train"
).split(" "));

const LINES = `
파이토치: torch
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
아이폰: 휴대전화
아이패드: 휴대전화
태블릿: 휴대전화
갤럭시: 휴대전화
안드로이드: 휴대전화
사파리: 브라우저
크롬: 브라우저
엣지: 브라우저
파이어폭스: 브라우저
vscode: jupyter
파이참: jupyter
pycharm: jupyter
맥북: 컴퓨터
프린트하: 인쇄하-
학생: 학습자
학생들: 학습자
제출물: 제출, 과제
숙제: 과제
먹: 들-, 붙잡-
잡아먹: 들-, 붙잡-
차지하: 들-, 붙잡-
오타: 잘못 적-
철자: 잘못 적-
튀어: 커지-
감싸: 블록
묶어: stack, 묶-
빠르: 횟수, 적게 들-
빠른지: 횟수, 적게 들-
느리: 횟수
앞단: 앞
뒷단: 뒤
헤드: 뒤
head: 뒤
모바일: 휴대전화
다운: 내려받-
다운받: 내려받-
다운로드: 내려받-
깔: 설치
라이센스: 라이선스
저작권: 라이선스
상업적: 라이선스
로컬그래디언트: 국소 도함수
두번미분: 이계도함수, 고차
미분을두번: 이계도함수, 고차
공부: 읽-, 배우-
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
업데이트: 고치-
갱신: 고치-
수정: 고치-
루프: 반복문
loop: 반복문
포문: 반복문
에러: 오류
error: 오류
버그: 틀리-
백워드: backward
포워드: 순전파
리셋: 비우-, 초기화
초기화: 비우-
까먹: 잊-, 빠뜨리-
깜빡: 잊-, 빠뜨리-
누적: 쌓-
accumulation: 누적
누수: 늘-, 새
부족: 늘-, 부족
모자라: 늘-, 부족
터지: 늘-
터짐: 늘-
oom: 메모리
늘어나: 늘-
쪼개: 나누-
미니배치: 데이터
배치: 데이터
batch: 데이터
freeze: 얼리-
프리즈: 얼리-
동결: 얼리-
고정: 붙잡
배치놈: 배치 정규화
batchnorm: 배치 정규화
드랍아웃: 드롭아웃
dropout: 드롭아웃
추론: 예측, inference_mode
인퍼런스: 예측, inference_mode
선형: 직선
회귀: 직선, 맞추-
피팅: 맞추-
fitting: 맞추-
히든: 상태
hidden: 상태
스테이트: 상태
state: 상태
rnn: 신경망, 상태
penalty: 벌점
val: 평가
검증: 평가
validation: 평가
테스트: 평가, 확인-
test: 평가
bptt: 역전파
이어지: 끊-
흐르: 지나-
패널티: 벌점
오토그라드: 자동 미분, autograd
dtype: 자료형
데이터타입: 자료형
타입: 자료형
정수: 소수점
int: 정수, 자료형
발산: 엇나가-, 커지-
튀: 엇나가-, 커지-
폭발: 커지-
커지: 쌓-
줄어들: 줄-
안줄어: 줄지
카피: 복사
복사: deepcopy, clone
copy: 복사
clone: 복사
합치: 묶-, stack
이어붙이: 묶-, stack
사라지: 끊-, none
없어지: 사라지-, 없
슬라이싱: 뷰, chunk
슬라이스: 뷰, chunk
인덱싱: 뷰
slicing: 뷰
이차미분: 이계도함수, 고차
이계: 고차
2차: 고차
제일: 가장
뒤: 거꾸로
평평: 수평
로컬: 국소
local: 국소
하이퍼파라미터: 학습률
차이점: 차이, 비교
다르: 차이, 비교
달라지: 다르-
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
끄: 멈추-, no_grad
켜: requires_grad
바꾸: 변환
변환: 바꾸-
중단: 멈추-
위치: 자리, 어디
타이밍: 언제
개수: number, 몇
갯수: 개수, number
커스텀: custom, 직접 만든
custom: 직접 만든
사용자정의: 직접 만든
메소드: 방법, 메서드, 법
순전파: forward
forward: 순전파, 순방향
역방향: 역전파
백프롭: 역전파
backprop: 역전파
backpropagation: 역전파
propagation: 역전파
감소: 줄-
떨어지: 줄-
내려가: 줄-
수렴: 줄-, 내려가-
정체: 줄지
안떨어지: 줄지
증가: 늘-, 커지-
상승: 커지-
폭주: 커지-
소실: 0, 사라지-
vanishing: 0
exploding: 커지-
explode: 커지-
increase: 늘-
decrease: 줄-
decreasing: 줄-
빠져나오: 끝나-
감싸: 블록, 안
동시에: 한꺼번에, 함께
한번에: 한꺼번에
일괄: 한꺼번에
샘플: 데이터
sample: 샘플
samples: 샘플
multiple: 여럿
멀티: 여럿
second: 두, 이계
twice: 두 번
derivative: 미분, 도함수
derivatives: 미분, 도함수
differentiate: 미분
differentiation: 미분
partial: 편미분
jacobian: 야코비안
자코비안: 야코비안
야코비: 야코비안
hessian: 헤시안
헤세: 헤시안
헤시언: 헤시안
newton: 뉴턴
뉴튼: 뉴턴
tensor: 텐서
tensors: 텐서
vector: 벡터
scalar: 스칼라
parameter: 파라미터
parameters: 파라미터
params: 파라미터
매개변수: 파라미터
weights: 파라미터
모수: 파라미터
optimizer: 옵티마이저
옵티마이져: 옵티마이저
최적화: 옵티마이저
옵티머: 옵티마이저
sgd: 옵티마이저, 경사하강법
adam: 옵티마이저
아담: 옵티마이저
보폭: 걸음
ppt: 영사
파워포인트: 영사
프로젝터: 영사
트릭: 방법
longtensor: 정수
한방: 한 번
문구: 메시지
해설: 풀이
모멘텀: momentum
momentum: 모멘텀
관성: 모멘텀
scheduler: lr_scheduler
learning_rate: 학습률
러닝레이트: 학습률
학습율: 학습률
graph: 그래프
node: 노드
edge: 간선
root: 루트
잎: 리프
말단: 리프
view: 뷰
version: 버전
inplace: 제자리
인플레이스: 제자리
제자리연산: 제자리
hook: 훅
후크: 훅
checkpoint: 체크포인트
체크포인팅: 체크포인트
regularization: 벌점
규제: 벌점
벌칙: 벌점
intermediate: 중간
중간값: 중간
은닉: 중간
은닉층: 중간
히든레이어: 중간
layers: 층
레이어들: 층
module: 모듈, 모델
뉴럴넷: 신경망
train: 학습
training: 학습
훈련: 학습
트레이닝: 학습
eval: 평가
evaluate: 평가
evaluation: 평가
인퍼: 예측
predict: 예측
inference: 예측, inference_mode
memory: 메모리
leak: 늘-
릭: 늘-
vram: 메모리
ram: 메모리
램: 메모리
무한대: inf
meaning: 뜻
랜덤: 난수
random: randomness, 난수
난수: 시드
float: 소수점, 자료형
형변환: 자료형
shape: 크기, 모양
shapes: 크기
dimension: 크기
행렬곱: 곱
matmul: 곱
경고: warning
warning: 경고
워닝: 경고
디버깅: 찾-
디버그: 찾-
debug: 찾-
어노말리: 이상 탐지
anomaly: 이상 탐지
아노말리: 이상 탐지
unfreeze: 얼리-
얼려: 얼리-
잠그: 얼리-
오차역전파: 역전파
오차: 손실
목적함수: 손실
objective: 손실
cost: 손실
losses: 손실
크로스엔트로피: 교차 엔트로피
mse: 손실
target: 목표
타겟: 목표
타깃: 목표
정답: 목표
라벨: 목표
label: 목표
constant: 상수
linear: 직선
regression: 직선
선형회귀: 직선
회귀분석: 직선
update: 고치-
updating: 고치-
assign: 적-
대입: 적-
할당: 적-
리스트: stack
list: stack
concat: stack
cat: stack
스택: stack
reset: 비우-
clear: 비우-
없애: 비우-
제로그라드: zero_grad
노그라드: no_grad
디태치: detach
디테치: detach
리테인: retain_graph
슬로프: 기울기
slope: 기울기
경사도: 기울기
그래드: grad, 기울기
direction: 방향
축적: 쌓-
쌓이: 쌓-, 누적
accumulate: 쌓-, 누적
accumulating: 쌓-, 누적
accumulates: 쌓-, 누적
합산: 더하-
덧셈: 더하-
곱셈: 곱
끊어지: 끊-
끊기: 끊-
broken: 끊-
break: 끊-
detached: 끊-
차단: 끊-, 멈추-
stop: 멈추-, 끊-
비활성화: 끄-
disable: 끄-
enable: 켜-
주피터노트북: jupyter
콜랩: colab
install: 설치
오프라인: 인터넷
offline: 인터넷
피디에프: pdf
pdf: 내려받-
뒤에서부터: 거꾸로
뒤에서: 거꾸로
zero_grad: 비우-
+=: 제자리
-=: 제자리
*=: 제자리
두개: 여럿
세개: 여럿
여러개: 여럿
더해지: 더하-
첫번째: 첫, 처음
프린트: 출력
밖: 끝나-
사이즈: 크기, 모양
쉐입: 크기, 모양
셰이프: 크기, 모양
쉐이프: 크기, 모양
디멘션: 크기
차원: 크기
에폭: 반복, 걸음
에포크: 반복, 걸음
epoch: 반복, 걸음
epochs: 반복, 걸음
이터레이션: 반복, 걸음
iteration: 반복, 걸음
웨잇: 파라미터, 가중치
웨이츠: 파라미터, 가중치
바이어스: 파라미터
더블: double, 자료형
플로트: float, 자료형
플롯: float, 그림
인티저: 정수
인트: 정수
integer: 정수
캐스팅: 자료형
print: 출력
fp16: float16
fp32: float32
bf16: float16
반정밀도: float16
half: float16
배정밀도: float64
double: float64
네트워크: 신경망
network: 신경망
networks: 신경망
뉴럴: 신경망
neural: 신경망
삭제: 떼-, 지우-, 비우-
제거: 떼-, 지우-
지우: 비우-, 떼-
remove: 떼-, 지우-
delete: 떼-, 지우-
토폴로지컬: 위상
topological: 위상
소트: 정렬
sort: 정렬
bce: 이진 교차 엔트로피
bceloss: 이진 교차 엔트로피
ce: 교차 엔트로피
entropy: 엔트로피
절대값: 절댓값, abs
절댓값: abs
꼭지점: 꺾-
뾰족: 꺾-
kink: 꺾-
인풋: 입력
input: 입력
리턴: 돌려주-
return: 돌려주-
미방: 미분방정식
뉴럴넷: 신경망
반환: 돌려주-
호출: 부르-
취급: 다루-
inputs: 입력
아웃풋: 출력
output: 출력
outputs: 출력
디바이스: cuda
device: cuda
인덱스: 번호
index: 번호
아그맥스: argmax
맥스: max, 최댓값
최대값: 최댓값
클램프: clamp
라운드: round
렐루: relu
시그모이드: sigmoid
sigmoid: 시그모이드
소프트맥스: softmax
softmax: 소프트맥스
로그소프트맥스: log_softmax
놈: 노름
norm: 노름
chain: 연쇄
스플릿: split
리쉐입: reshape, 뷰
reshape: 뷰
익스팬드: expand
나눗셈: 나누-
divide: 나누-
어큐뮬레이션: 누적
콜백: 훅
callback: 훅
컨텍스트: ctx
context: ctx
샘플링: 뽑-
sampling: 뽑-
강화학습: reinforce, 정책
reinforcement: reinforce
policy: 정책
플로우: 흐름
flow: 흐름
adversarial: 적대
노이즈: 잡음
noise: 잡음
옛날: 오래된, 옛
예전: 오래된, 옛
old: 옛
스트레이트: 직통
straight: 직통
스루: 직통
듀얼: 이원수
dual: 이원수
전진모드: 순방향
포워드모드: 순방향
리버스모드: 역전파
reverse: 거꾸로
활성함수: 활성화 함수
액티베이션: 활성화
activation: 활성화
activations: 활성화
클리핑: 줄이-, 자르-
clipping: 클리핑
clip: 자르-
임계값: 자르-
수식: 식
공식: 식
검산: 확인-
검증하: 확인-
맞는지: 확인-
디버깅하: 찾-
추적: 기록
tracking: 기록
track: 기록
tape: 기록
불연속: 계단
계단함수: 계단
step_function: 계단
반올림: round
내림: floor
올림: ceil
round: 반올림
제곱근: sqrt, 루트
sqrt: 제곱근
제로: 0
zero: 0
zeros: 0
널: none
논: none
null: none
느려지: 느려-
느려짐: 느려-
재사용: 다시 쓰-
reuse: 다시 쓰-
의존성: 이어-
커브: 곡선
curve: 곡선
플래그: 표시
스택오버플로: 재귀
recursion: 재귀
상미분방정식: 미분방정식
ode: 미분방정식
pde: 미분방정식
낮아지: 줄-
작아지: 줄-
`;

/** What readers call things → what the book calls them: 토치 → torch, pytorch; a stem with - is a verb in any of its forms. */
export const OTHER_NAMES = new Map(LINES.trim().split("\n").map((line) => {
  const [name, others] = line.split(": ");
  return [name, others.split(", ")];
}));
