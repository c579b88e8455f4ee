// How readers ask: the words of a question that say nothing of what is sought, those that say little, those of the trade and of
// others. What readers call things that the book calls otherwise stands in the index (book/called.yml).

import { isParticle, naming, verbs, withoutParticle } from "./search-korean.js";
import { COUNTED_WORD } from "./search-patterns.js";

/** Say nothing: left out of a query that has other words. */
export const ASKING = new Set((
  "데서 짜리 짜리는 같은거 같은게 있을까요 랑 왜 어떻게 어떡해 어케 뭐임 뭐냐 뭘까 뭐길래 뭔데 왜죠 왜요 무엇 무엇인가 뭐 뭐가 뭐야 뭐예요 뭐에요 뭐지 뭐죠 뭔가요 뭔지 뭐였는지 무슨 무얼 뭘 언제 어디 어디에 어디서 어디에서 어떤 얼마나 누가 " +
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
  "걱정 고민 답답 짜증 멘붕 당황 신기 궁금증 납득 도대체 대체 억지로 은근 은근히 꽤 상당히 엄청 완전 진심 레알 존나 슬슬 얼추 대략 대략적으로 구체적 구체적으로 상세 상세히 세세히 간략 간략히 명확히 확실히 확실하게 완벽 완벽히 아예 굳이 일부러 천천히 조금씩 잠깐씩 한개씩 잠깐만 적용 시점 시기 순간 한방에 한방 읽을만 쓸만 볼만 " +
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
  "shape dtype batch epoch loss layer weight weights numpy 넘파이 파이토치 토치 pytorch torch optimizer variable fp16 float16 softmax relu sigmoid argmax 미분값 도함수 백워드 디태치 백본 파인튜닝 전이학습 " +
  "트랜스포머 transformer 어텐션 attention 게이트 합성곱신경망 컨볼루션 convolution 필터 스트라이드 배치놈 배치노멀라이제이션 batchnorm 레이어놈 layernorm 조기종료 얼리스탑 워밍업 warmup 코사인 웨이트디케이 l2 l1 컨벡스 convex 안장점 kl nll 우도 로그우도 " +
  "제너레이터 디스크리미네이터 디스틸레이션 증류 티처 스튜던트 프루닝 로라 lora 병렬 분산 ddp dataparallel 멀티gpu 혼합정밀도 amp 스케일러 gradscaler gelu tensorboard 텐서보드 wandb 컴파일 torchscript jit onnx 스테이트딕트 " +
  "음함수 역함수 급수 내적 외적 역행렬 고유벡터 einsum 최대우도 로지스틱 로지스틱회귀 이진분류 다중분류 lbfgs bfgs 준뉴턴 네스테로프 라플라시안 mae 랭크 rank 델타 delta 시그마 세타 에타 과적합 오버피팅 정칙화 증강 디퓨전 확산모델 몬테카를로 액터크리틱 벨만 큐러닝 dqn 퓨샷 오일러 룽게쿠타 neuralode gradcam 재현율"
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
  "리눅스 권한 비교 차이 차이점 앱 단어 풀이 테스트 아이폰 아이패드 안드로이드 갤럭시 태블릿 사파리 크롬 엣지 파이어폭스 맥북 맥 컴 파이참 vscode pycharm 학생 학생들 제출물 숙제 프린트 오타 철자 먹 빠르 느리 묻 구조 다운로드 다운 윈도우 윈도우즈 공부 그래픽카드 삭제 수정 업데이트 random cpu gpu pdf epub version list input output index label target wifi 와이파이 ubuntu 우분투 nvidia 엔비디아 conda 콘다 아나콘다 인터넷 교수 조교 프로젝터 빔프로젝터 캔버스 블랙보드 강건 교란 정답률 삽입 로드 세이브 교체 수집 스킵 청소 병합 분할 전달 배제 테이프 날리 하드디스크 ssd 스왑 복원 격리 성적 학급 지연 요금 기간 url qr 큐알 코스 시험 일정 사이트 용량 동기화 호환 업그레이드 다운그레이드 상속 클론 벤치마크 프로파일러 test noise flow state linear error old slow fast memory root edge node graph view network train"
).split(" "));

// --- What a word of a query does there. ---

const asksAlone = (word) => ASKING.has(word) || ASKING_FORM.test(word) || SIGH.test(word) || (isParticle(word) && word.length > 1) || withoutParticle(word, 1).some((stem) => ASKING.has(stem)); // 방법을, 뭐부터
export const asks = (word) => asksAlone(word) || (word.length > 3 && asksAlone(word.slice(0, 2)) && asksAlone(word.slice(2))); // 어떤거에
export const isDoing = (word) => verbs(word).stems.some((stem) => stem.length > 2 && /[하되]$/.test(stem)); // 설치하는
export const isPredicate = (word) => verbs(word).sure || naming(word) !== "" || PREDICATE.test(word) || /^[안못]../.test(word);
export const isLight = (word) => LIGHT.has(word) || /^.{1,2}(개|가지)/.test(word) && COUNTED_WORD.test(word) || withoutParticle(word, 1).some((stem) => LIGHT.has(stem)) || verbs(word).stems.some((stem) => LIGHT.has(stem + "다") || LIGHT.has(stem.replace(/[하되]$/, "")));
export const MEANING = /뭐(야|예요|에요|지|죠|였|임|냐|니|예여|에여)|뭔(가|지|데)|무엇|(뭐|뭘|무슨|무엇을|어떤)\s?(하는|일)|하는\s?(일|거|함수)|역할|(란|뜻|의미|개념|정의|설명)($|\s)/;
export const isMessage = (query) => /\w(Error|Warning|Exception)\b:?/.test(query) ? /\s/.test(query) : (query.match(/[A-Za-z_.]{2,}/g) ?? []).length >= 5;

/** Of a pasted traceback, what went wrong: from its last "…Error:" on. A box of one line has taken its line breaks out. */
export function messageOf(query) {
  const last = [...query.matchAll(/(\w+\.)*\w*(Error|Warning|Exception):/g)].at(-1);
  return last ? query.slice(last.index) : query;
}

/** A verb without 안 or 못 written onto it: 안돼요 → 돼요. */
export const withoutNot = (word) => (/^[안못]./.test(word) && (asks(word.slice(1)) || isLight(word.slice(1)) || verbs(word.slice(1)).sure) ? word.slice(1) : word);
