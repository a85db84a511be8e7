const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that say nothing of what is looked for, besides those PostgreSQL's English knows. */
export const fillers = words(`
  a about after again all alone also always am an and another any anybody anyone anything are around as at be because
  been before being bit but by can cannot cant could couldnt come comes coming club day days did didnt do does doesnt
  doing dont each else enjoy enjoys enough ever every everybody everyone few find finding for found friend friends from
  get gets getting give given go goes going gone good got great group groups had hand has have havent having he help
  helped helping helps her here hers hi him himself his home hope how i id if ill im in instead into is isnt it its itself
  ive just keen keep keeps kept kind know knows let lets lady like liked likes little live lives living long look looking looks lot
  lots love loved loves made make makes making many may maybe me meet meeting meetings might mine more most much must my
  myself near nearby need needed needs never new nice no nobody none nor not nothing now of off often ok old on once one
  ones only onto or other others our ours out over own part people perhaps person persons place places please prefer
  quite rather really recently run runs said same say says see seems she should since so some somebody somehow someone
  something sometimes somewhere soon sort still stuff such suggest sure take taken takes tell than thank thanks that
  thats the their them then there theres these they thing things think thinking this those though thought through time
  times to together told too towards tried try trying under until up upon us use used uses using usually very wait want
  wanted wants was way we week weekly weeks well went were weve what whats when where which while who whole whose why
  will wish with within without wont would wouldnt year years yes yet you your yours ago bad full brought instead
  buy buying far just because`);

/** Words that colour a wish without being it: they count, but little. */
export const colours = words(`
  adult adults affordable afford afternoon afternoons cheap close cup day daytime easy evening evenings experience feel
  feeling feelings feels free friendly fun gentle his husband wife partner son sons daughter dad mum mother father
  grandad granddad grandfather grandma grandmother gran nan nanna uncle aunt family local lost morning
  mornings night nights no nobody paid quiet round safe slow small support service services step told weekend weekends
  woman man lady dad door monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
  fridays saturdays sundays playing loud aged age living live every finding rid ruining sit`);

/** Common words that are never a slip for a rarer one: 'lost' is not 'loss', nor 'killing' 'king'. */
export const neverSlips = words(`
  lost loss losing cost costs word words buy buying bought build building bring brought fight fighting kill killing live
  living leave leaving drive driving drove driver doctor doctors nurse cupboard hooked husband wife brother sister son
  sons daughter mother father grandad grandma uncle aunt cousin baby babies boy boys girl girls shy sad mad bad sick ill
  hurt hurts hurting tired bored boring scared afraid angry upset cry crying alone sleep sleeping slept tonight tomorrow
  yesterday morning evening night weekend monday tuesday wednesday thursday friday saturday sunday money bills broke
  rich poor cheap dear free house houses flat flats room rooms door doors window windows garden kitchen bathroom bed
  stairs step steps shop shops street road town village city park bus train car cars van lorry bike plane holiday
  holidays travel trip trips outing outings eat eating ate food drink drunk tea coffee cake bread soup meat fish shave
  cut cutting hair nails feet foot hands eyes ears teeth back knee knees hip hips heart lungs head brain cold warm hot wet
  dry big small large tall short fat thin fast slow quick easy hard soft loud quiet early late young old new bright dark
  red blue green black white brown gold silver rid clean dirty tidy mess messy broken fix fixed start started stop stopped
  finish finished open closed begin learn learnt teach taught play played playing game games win won lose walk walked run
  ran running sit sitting stand standing fall falls fell jump climb lift carry push pull throw catch hit kick swim swam
  sing sang song songs dance danced paint painted draw drew read write wrote book books story stories talk talked speak
  spoke listen heard hear watch watched look looked see saw show showed build built make made cook cooked bake baked grow
  grew dig plant planted pick picked feed fed dog dogs cat cats horse horses bird birds budgie budgies rabbit cow sheep
  pig hens bee bees machine machines engine engines tractor radio record records camera photo puzzle cards dice dart darts
  pub church chapel prison army navy police fire court judge law lawyer school college class lesson teacher student exam
  job jobs work worked working boss pay paid wage pension retired tax letter letters form forms phone rang ring text email`);

/** Words about a man or a woman, so that what is plainly for somebody else comes later. Who is only mentioned is not here. */
export const ofMen = words(
  'he him his man men mens lads bloke blokes gentleman widower grandad granddad grandfather',
);
export const ofWomen = words(
  'she her hers woman women womens lady ladies widow gran nan grandma grandmother',
);
/** Words about somebody under age. */
export const ofChildren = words(`
  child children childs childrens kid kids boy girl boys girls baby babies toddler toddlers teen teens teenage teenager
  teenagers young youth youths school pupil grandchild grandchildren grandson granddaughter son daughter sons
  daughters grandkids grandkid nephew niece under aged family families parent parents mum dad tot tots little`);
