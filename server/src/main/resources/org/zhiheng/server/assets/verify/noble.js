/*! noble-hashes 2.4.0, noble-curves 2.4.0, noble-post-quantum 0.7.1. MIT License, (c) 2022-2024 Paul Miller, paulmillr.com.
   Bundled, not changed; how, and the licence in full, stands in noble.md beside this file. */
var _e=BigInt(4294967295),qn=BigInt(32);function Qr(t,e=!1){return e?{h:Number(t&_e),l:Number(t>>qn&_e)}:{h:Number(t>>qn&_e)|0,l:Number(t&_e)|0}}function Le(t,e=!1){
let n=t.length,r=new Uint32Array(n),o=new Uint32Array(n);for(let s=0;s<n;s++){let{h:i,l:c}=Qr(t[s],e);[r[s],o[s]]=[i,c]}return[r,o]}var Jr=t=>t/2**32|0,to=t=>t>>>0;function Cn(t,e,n,r){let o=Jr(n),s=to(n);t.setUint32(e,r?s:o,r),t.setUint32(e+4,r?o:s,r)}var nn=(t,e,n)=>t>>>n,rn=(t,e,n)=>t<<32-
n|e>>>n,zt=(t,e,n)=>t>>>n|e<<32-n,$t=(t,e,n)=>t<<32-n|e>>>n,le=(t,e,n)=>t<<64-n|e>>>n-32,he=(t,e,n)=>t>>>n-32|e<<64-n;function St(t,e,n,r){let o=(e>>>0)+(r>>>0);return{h:t+n+(o/2**32|0)|0,l:o|0}}var Dn=(t,e,n)=>(t>>>0)+(e>>>0)+(n>>>0),Zn=(t,e,n,r)=>e+n+r+(t/2**32|0)|0,Yn=(t,e,n,r)=>(t>>>
0)+(e>>>0)+(n>>>0)+(r>>>0),zn=(t,e,n,r,o)=>e+n+r+o+(t/2**32|0)|0,$n=(t,e,n,r,o)=>(t>>>0)+(e>>>0)+(n>>>0)+(r>>>0)+(o>>>0),Xn=(t,e,n,r,o,s)=>e+n+r+o+s+(t/2**32|0)|
0;function Jt(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}var Ne=t=>t?
`"${t}" `:"";function dt(t,e=""){if(typeof t!="number")throw new TypeError(Ne(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(
Ne(e)+"expected integer >= 0, got "+t);return t}function Gn(t,e=""){if(typeof t!="boolean")throw new TypeError(Ne(e)+"expected boolean, got type="+typeof t);return t}
function G(t,e,n=""){if(Jt(t)&&(e===void 0||t.length===e))return t;e!==void 0&&dt(e,"length");let r=Jt(t),o=e!==void 0?` of length ${e}`:"",s=r?`length=${t.length}`:
`type=${typeof t}`,i=Ne(n)+"expected Uint8Array"+o+", got "+s;throw r?new RangeError(i):new TypeError(i)}function Vn(t){if(typeof t!="function"||typeof t.create!="function")throw new TypeError("expected hash wrapped by utils.createHasher");if(dt(t.outputLen),dt(t.blockLen),
t.outputLen<1||t.blockLen<1)throw new Error("hash blockLen / outputLen must be >= 1")}var no=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError(
(e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},Kn=(t,e)=>{no(t,e);let n=Object.getPrototypeOf(t);if(n!==Object.prototype&&n!==null)throw new TypeError(
`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(`"${e}.__proto__" is not allowed`)};function te(t,e=!0){if(t.destroyed)throw new Error(
"hash was destroyed");if(e&&t.finished)throw new Error("digest() was already called")}function Ie(t,e){G(t,void 0,"output");let n=e.outputLen;if(!(t.length>=n))
throw new RangeError('"output" expected length >= '+n)}function on(t){return new Uint32Array(t.buffer,t.byteOffset,Math.floor(t.byteLength/4))}function _t(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function Fe(t){
return new DataView(t.buffer,t.byteOffset,t.byteLength)}function wt(t,e){return t<<32-e|t>>>e}var Wn=new Uint8Array(new Uint32Array([287454020]).buffer)[0]===68;function ro(t){return t<<24&4278190080|t<<8&16711680|t>>>8&65280|t>>>24&255}function oo(t){for(let e=0;e<t.length;e++)t[e]=ro(t[e]);return t}var sn=Wn?t=>t:oo,Qn=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="\
function",so=Array.from({length:256},(t,e)=>e.toString(16).padStart(2,"0"));function ee(t){if(G(t),Qn)return t.toHex();let e="";for(let n=0;n<t.length;n++)e+=so[t[n]];
return e}function Pn(t){return t>=48&&t<=57?t-48:t>=65&&t<=70?t-55:t>=97&&t<=102?t-87:void 0}function Me(t){if(typeof t!="string")throw new TypeError("hex strin\
g expected, got "+typeof t);if(Qn)try{return Uint8Array.fromHex(t)}catch(o){throw o instanceof SyntaxError?new RangeError(o.message):o}let e=t.length,n=e/2;if(e%
2)throw new RangeError("hex string expected, got unpadded hex of length "+e);let r=new Uint8Array(n);for(let o=0,s=0;o<n;o++,s+=2){let i=Pn(t.charCodeAt(s)),c=Pn(
t.charCodeAt(s+1));if(i===void 0||c===void 0){let f=t[s]+t[s+1];throw new RangeError('hex string expected, got non-hex character "'+f+'" at index '+s)}r[o]=i*16+
c}return r}function ne(...t){let e=0;for(let r=0;r<t.length;r++){let o=t[r];G(o),e+=o.length}let n=new Uint8Array(e);for(let r=0,o=0;r<t.length;r++){let s=t[r];n.set(s,o),
o+=s.length}return n}function cn(t,e,n="opts"){return Kn(t,"defaults"),e!==void 0&&Kn(e,n),Object.assign(Object.create(null),t,e)}function Xt(t,e={}){if(typeof t!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof t);e=cn({},e,"info");let n=(o,s)=>t(s).update(o).digest(),r=t(void 0);return n.outputLen=r.outputLen,n.blockLen=
r.blockLen,n.canXOF=r.canXOF,n.create=o=>t(o),Object.assign(n,e),Object.freeze(n)}function ke(t=32){dt(t,"bytesLength");let e=typeof globalThis=="object"?globalThis.
crypto:null;if(typeof e?.getRandomValues!="function")throw new Error("crypto.getRandomValues must be defined");if(t>65536)throw new RangeError(`"bytesLength" ex\
pected <= 65536, got ${t}`);return e.getRandomValues(new Uint8Array(t))}var Kt=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])});function Jn(t,e,n){return t&e^~t&n}function tr(t,e,n){return t&e^t&n^e&n}var pe=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,n,r,o){
this.blockLen=e,this.outputLen=n,this.padOffset=r,this.isLE=o,this.buffer=new Uint8Array(e),this.view=Fe(this.buffer)}update(e){te(this),G(e);let{view:n,buffer:r,
blockLen:o}=this,s=e.length,i=!1;for(let c=0;c<s;){let f=Math.min(o-this.pos,s-c);if(f===o){let a=Fe(e);for(;o<=s-c;c+=o)this.process(a,c);i=!0;continue}r.set(c===
0&&f===s?e:e.subarray(c,c+f),this.pos),this.pos+=f,c+=f,this.pos===o&&(this.process(n,0),this.pos=0,i=!0)}return this.length+=e.length,i&&this.roundClean(),this}digestInto(e){
te(this),Ie(e,this),this.finished=!0;let{buffer:n,view:r,blockLen:o,isLE:s}=this,{pos:i}=this;n[i++]=128,n.fill(0,i),this.padOffset>o-i&&(this.process(r,0),n.fill(
0)),Cn(r,o-8,this.length*8,s),this.process(r,0),this.roundClean();let c=e===n?r:Fe(e),f=this.outputLen,a=f/4,l=this.get();if(f%4||a>l.length)throw new Error("in\
valid outputLen");for(let h=0;h<a;h++)c.setUint32(4*h,l[h],s)}digest(){let{buffer:e,outputLen:n}=this;this.digestInto(e);let r=e.slice(0,n);return this.destroy(),
r}_cloneIntoMeta(e){let{buffer:n,length:r,finished:o,destroyed:s,pos:i}=this;return e.destroyed=s,e.finished=o,e.length=r,e.pos=i,i&&e.buffer.set(n),e}clone(){return this.
_cloneInto()}},er=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var nr=Uint32Array.from([3418070365,3238371032,1654270250,914150663,2438529370,812702999,355462360,4144912697,1731405415,4290775857,2394180231,1750603025,3675008525,
1694076839,1203062813,3204075428]),rr=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,
2600822924,725511199,528734635,4215389547,1541459225,327033209]);var io=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),Lt=new Uint32Array(64),fn=class extends pe{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,n){super(64,e,
8,!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:e,B:n,C:r,D:o,E:s,F:i,G:c,H:f}=this;
return[e,n,r,o,s,i,c,f]}set(e,n,r,o,s,i,c,f){this.A=e|0,this.B=n|0,this.C=r|0,this.D=o|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=f|0}_cloneInto(e){return(e||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,n){for(let h=0;h<16;h++,n+=4)Lt[h]=e.getUint32(n,!1);for(let h=16;h<64;h++){let w=Lt[h-15],O=Lt[h-
2],F=wt(w,7)^wt(w,18)^w>>>3,T=wt(O,17)^wt(O,19)^O>>>10;Lt[h]=T+Lt[h-7]+F+Lt[h-16]|0}let{A:r,B:o,C:s,D:i,E:c,F:f,G:a,H:l}=this;for(let h=0;h<64;h++){let w=wt(c,6)^
wt(c,11)^wt(c,25),O=l+w+Jn(c,f,a)+io[h]+Lt[h]|0,T=(wt(r,2)^wt(r,13)^wt(r,22))+tr(r,o,s)|0;l=a,a=f,f=c,c=i+O|0,i=s,s=o,o=r,r=O+T|0}r=r+this.A|0,o=o+this.B|0,s=s+
this.C|0,i=i+this.D|0,c=c+this.E|0,f=f+this.F|0,a=a+this.G|0,l=l+this.H|0,this.set(r,o,s,i,c,f,a,l)}roundClean(){_t(Lt)}destroy(){this.destroyed=!0,this.set(0,0,
0,0,0,0,0,0),_t(this.buffer)}},an=class extends fn{constructor(){super(32,er)}};var or=Le(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0\
xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c7\
1235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0\
a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725",
"0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c\
77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd6\
9906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a6\
3","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befff\
a23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0\
x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c10\
0d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(t=>BigInt(t))),co=or[0],fo=or[1],Nt=new Uint32Array(80),It=new Uint32Array(
80),Ue=class extends pe{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(e,n){super(128,e,16,!1),this.Ah=n[0]|0,this.
Al=n[1]|0,this.Bh=n[2]|0,this.Bl=n[3]|0,this.Ch=n[4]|0,this.Cl=n[5]|0,this.Dh=n[6]|0,this.Dl=n[7]|0,this.Eh=n[8]|0,this.El=n[9]|0,this.Fh=n[10]|0,this.Fl=n[11]|
0,this.Gh=n[12]|0,this.Gl=n[13]|0,this.Hh=n[14]|0,this.Hl=n[15]|0}get(){let{Ah:e,Al:n,Bh:r,Bl:o,Ch:s,Cl:i,Dh:c,Dl:f,Eh:a,El:l,Fh:h,Fl:w,Gh:O,Gl:F,Hh:T,Hl:q}=this;
return[e,n,r,o,s,i,c,f,a,l,h,w,O,F,T,q]}set(e,n,r,o,s,i,c,f,a,l,h,w,O,F,T,q){this.Ah=e|0,this.Al=n|0,this.Bh=r|0,this.Bl=o|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,
this.Dl=f|0,this.Eh=a|0,this.El=l|0,this.Fh=h|0,this.Fl=w|0,this.Gh=O|0,this.Gl=F|0,this.Hh=T|0,this.Hl=q|0}_cloneInto(e){return(e||=new this.constructor).set(...this.
get()),this._cloneIntoMeta(e)}process(e,n){for(let u=0;u<16;u++,n+=4)Nt[u]=e.getUint32(n),It[u]=e.getUint32(n+=4);for(let u=16;u<80;u++){let y=Nt[u-15]|0,E=It[u-
15]|0,k=zt(y,E,1)^zt(y,E,8)^nn(y,E,7),U=$t(y,E,1)^$t(y,E,8)^rn(y,E,7),N=Nt[u-2]|0,v=It[u-2]|0,j=zt(N,v,19)^le(N,v,61)^nn(N,v,6),z=$t(N,v,19)^he(N,v,61)^rn(N,v,6),
$=Yn(U,z,It[u-7],It[u-16]),W=zn($,k,j,Nt[u-7],Nt[u-16]);Nt[u]=W|0,It[u]=$|0}let{Ah:r,Al:o,Bh:s,Bl:i,Ch:c,Cl:f,Dh:a,Dl:l,Eh:h,El:w,Fh:O,Fl:F,Gh:T,Gl:q,Hh:P,Hl:Y}=this;
for(let u=0;u<80;u++){let y=zt(h,w,14)^zt(h,w,18)^le(h,w,41),E=$t(h,w,14)^$t(h,w,18)^he(h,w,41),k=h&O^~h&T,U=w&F^~w&q,N=$n(Y,E,U,fo[u],It[u]),v=Xn(N,P,y,k,co[u],
Nt[u]),j=N|0,z=zt(r,o,28)^le(r,o,34)^le(r,o,39),$=$t(r,o,28)^he(r,o,34)^he(r,o,39),W=r&s^r&c^s&c,A=o&i^o&f^i&f;P=T|0,Y=q|0,T=O|0,q=F|0,O=h|0,F=w|0,{h,l:w}=St(a|
0,l|0,v|0,j|0),a=c|0,l=f|0,c=s|0,f=i|0,s=r|0,i=o|0;let H=Dn(j,$,A);r=Zn(H,v,z,W),o=H|0}({h:r,l:o}=St(this.Ah|0,this.Al|0,r|0,o|0)),{h:s,l:i}=St(this.Bh|0,this.Bl|
0,s|0,i|0),{h:c,l:f}=St(this.Ch|0,this.Cl|0,c|0,f|0),{h:a,l}=St(this.Dh|0,this.Dl|0,a|0,l|0),{h,l:w}=St(this.Eh|0,this.El|0,h|0,w|0),{h:O,l:F}=St(this.Fh|0,this.
Fl|0,O|0,F|0),{h:T,l:q}=St(this.Gh|0,this.Gl|0,T|0,q|0),{h:P,l:Y}=St(this.Hh|0,this.Hl|0,P|0,Y|0),this.set(r,o,s,i,c,f,a,l,h,w,O,F,T,q,P,Y)}roundClean(){_t(Nt,It)}destroy(){
this.destroyed=!0,_t(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},un=class extends Ue{constructor(){super(64,rr)}},dn=class extends Ue{constructor(){
super(48,nr)}};var ao=Xt(()=>new an,Kt(1));var je=Xt(()=>new un,Kt(3)),uo=Xt(()=>new dn,Kt(2));var lo=BigInt(0),xe=BigInt(1),ho=BigInt(2),po=BigInt(7),xo=BigInt(256),yo=BigInt(113),cr=[],fr=[],ar=[];for(let t=0,e=xe,n=1,r=0;t<24;t++){[n,r]=[r,(2*n+3*r)%5],
cr.push(2*(5*r+n)),fr.push((t+1)*(t+2)/2%64);let o=lo;for(let s=0;s<7;s++)e=(e<<xe^(e>>po)*yo)%xo,e&ho&&(o^=xe<<(xe<<BigInt(s))-xe);ar.push(o)}var ur=Le(ar,!0),
bo=ur[0],mo=ur[1],go=(t,e,n)=>t<<n|e>>>32-n,wo=(t,e,n)=>e<<n|t>>>32-n,Eo=(t,e,n)=>e<<n-32|t>>>64-n,Bo=(t,e,n)=>t<<n-32|e>>>64-n,sr=(t,e,n)=>n>32?Eo(t,e,n):go(t,
e,n),ir=(t,e,n)=>n>32?Bo(t,e,n):wo(t,e,n),re=new Uint32Array(10);function Oo(t,e=24){if(!(t instanceof Uint32Array))throw new TypeError('"s" expected Uint32Arra\
y(50), got type='+typeof t);if(t.length!==50)throw new RangeError('"s" expected Uint32Array(50), got length='+t.length);if(dt(e,"rounds"),e<1||e>24)throw new Error(
'"rounds" expected integer 1..24');for(let n=24-e;n<24;n++){for(let s=0;s<10;s++)re[s]=t[s]^t[s+10]^t[s+20]^t[s+30]^t[s+40];for(let s=0;s<10;s+=2){let i=(s+8)%10,
c=(s+2)%10,f=re[c],a=re[c+1],l=sr(f,a,1)^re[i],h=ir(f,a,1)^re[i+1];for(let w=0;w<50;w+=10)t[s+w]^=l,t[s+w+1]^=h}let r=t[2],o=t[3];for(let s=0;s<24;s++){let i=fr[s],
c=sr(r,o,i),f=ir(r,o,i),a=cr[s];r=t[a],o=t[a+1],t[a]=c,t[a+1]=f}for(let s=0;s<50;s+=10){let i=t[s],c=t[s+1],f=t[s+2],a=t[s+3];t[s]^=~t[s+2]&t[s+4],t[s+1]^=~t[s+
3]&t[s+5],t[s+2]^=~t[s+4]&t[s+6],t[s+3]^=~t[s+5]&t[s+7],t[s+4]^=~t[s+6]&t[s+8],t[s+5]^=~t[s+7]&t[s+9],t[s+6]^=~t[s+8]&i,t[s+7]^=~t[s+9]&c,t[s+8]^=~i&f,t[s+9]^=~c&
a}t[0]^=bo[n],t[1]^=mo[n]}_t(re)}var He=class t{state;pos=0;posOut=0;finished=!1;state32;destroyed=!1;blockLen;suffix;outputLen;canXOF;enableXOF=!1;rounds;constructor(e,n,r,o=!1,s=24){
if(dt(e,"blockLen"),dt(n,"suffix"),dt(s,"rounds"),Gn(o,"enableXOF"),this.blockLen=e,this.suffix=n,this.outputLen=r,this.enableXOF=o,this.canXOF=o,this.rounds=s,
dt(r,"outputLen"),!(0<e&&e<200))throw new Error('"blockLen" must be 1..199');this.state=new Uint8Array(200),this.state32=on(this.state)}clone(){return this._cloneInto()}keccak(){
sn(this.state32),Oo(this.state32,this.rounds),sn(this.state32),this.posOut=0,this.pos=0}update(e){te(this),G(e);let{blockLen:n,state:r,state32:o}=this,s=e.length,
i=n%4===0&&e.byteOffset%4===0,c=n/4,f=i&&s>=n?on(e):void 0;for(let a=0;a<s;){if(f!==void 0&&this.pos===0&&a%4===0&&s-a>=n){for(let h=0,w=a/4;h<c;h++)o[h]^=f[w+h];
a+=n,this.pos=n,this.keccak();continue}let l=Math.min(n-this.pos,s-a);for(let h=0;h<l;h++)r[this.pos++]^=e[a++];this.pos===n&&this.keccak()}return this}finish(){
if(this.finished)return;this.finished=!0;let{state:e,suffix:n,pos:r,blockLen:o}=this;e[r]^=n,(n&128)!==0&&r===o-1&&this.keccak(),e[o-1]^=128,this.keccak()}writeInto(e){
te(this,!1),G(e),this.finish();let n=this.state,{blockLen:r}=this;for(let o=0,s=e.length;o<s;){this.posOut>=r&&this.keccak();let i=Math.min(r-this.posOut,s-o);e.
set(n.subarray(this.posOut,this.posOut+i),o),this.posOut+=i,o+=i}return e}xofInto(e){if(!this.enableXOF)throw new Error("XOF is not enabled");return this.writeInto(
e)}xof(e){return dt(e),this.xofInto(new Uint8Array(e))}digestInto(e){if(Ie(e,this),this.finished)throw new Error("digest() was already called");this.writeInto(e.
length===this.outputLen?e:e.subarray(0,this.outputLen)),this.destroy()}digest(){let e=new Uint8Array(this.outputLen);return this.digestInto(e),e}destroy(){this.
destroyed=!0,_t(this.state)}_cloneInto(e){let{blockLen:n,suffix:r,outputLen:o,rounds:s,enableXOF:i}=this;return e||=new t(n,r,o,i,s),e.blockLen=n,e.state32.set(
this.state32),e.pos=this.pos,e.posOut=this.posOut,e.finished=this.finished,e.rounds=s,e.suffix=r,e.outputLen=o,e.enableXOF=i,e.canXOF=this.canXOF,e.destroyed=this.
destroyed,e}},To=(t,e,n,r={})=>Xt(()=>new He(e,t,n),r);var So=To(1,136,32);var dr=(t,e,n,r={})=>Xt((o={})=>(o=cn({},o),new He(e,t,o.dkLen===void 0?n:o.dkLen,!0)),r),lr=dr(31,168,16,Kt(11)),xt=dr(31,136,32,Kt(12));/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */function ye(t,e,n=()=>{}){if(!Array.isArray(t))throw new TypeError(`"${e}" expected array,\
 got type=${typeof t}`);for(let r=0;r<t.length;r++)n(t[r],`${e}[${r}]`);return t}var lt=(t,e,n)=>G(t,e,n),ln=dt;function Ft(t,e="object"){if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError(e==="object"?"expected valid options object":`"${e}" expected ob\
ject, got type=${typeof t}`);return t}function Pt(t,e){if(typeof t!="function")throw new TypeError(`"${e}" is invalid: expected function, got ${typeof t}`);return t}
var Ce=ee,oe=(...t)=>ne(...t),De=t=>Me(t),se=Jt,be=t=>ke(t),qe=BigInt(0),hr=BigInt(1),Ro=t=>t?`"${t}" `:"";function yt(t,e=""){if(typeof t!="boolean")throw new TypeError(
Ro(e)+"expected boolean, got type="+typeof t);return t}function Ao(t){if(typeof t=="bigint"){if(!Mt(t))throw new RangeError("positive bigint expected, got "+t)}else
ln(t);return t}function ie(t,e=""){if(typeof t!="number"){let n=e&&`"${e}" `;throw new TypeError(n+"expected number, got type="+typeof t)}if(!Number.isSafeInteger(
t)){let n=e&&`"${e}" `;throw new RangeError(n+"expected safe integer, got "+t)}}function pr(t){if(typeof t!="string")throw new TypeError("hex string expected, got "+typeof t);return t===""?qe:BigInt("0x"+t)}function me(t){return pr(ee(t))}function ce(t){
return pr(ee(ge(G(t)).reverse()))}function hn(t,e){if(dt(e),e===0)throw new Error("zero output length is invalid");t=Ao(t);let n=e*2,r=t.toString(16);if(r.length>
n)throw new RangeError("number is too large");return Me(r.padStart(n,"0"))}function xr(t,e){return hn(t,e).reverse()}function ge(t){return Uint8Array.from(lt(t))}function Mt(t){return typeof t=="bigint"&&qe<=t}function pn(t,e,n){return Mt(t)&&Mt(e)&&Mt(n)&&e<=t&&t<n}function we(t,e,n,r){if(!pn(e,n,r))throw new RangeError(
"expected valid "+t+": "+n+" <= n < "+r+", got "+e)}function Ee(t){if(t<qe)throw new Error("expected non-negative bigint, got "+t);return t===qe?0:t.toString(2).
length}var Ze=t=>(ie(t,"n"),(hr<<BigInt(t))-hr);function mt(t,e={},n={},r="object"){Ft(t,r),Ft(e,"fields"),Ft(n,"optFields");function o(i,c,f){let a=r==="object"?`param "${String(i)}"`:`"${r}.${String(i)}"`,l=t[i];
if(!Object.hasOwn(t,i)&&(f?l!==void 0:c!=="function"))throw new TypeError(`${a} is invalid: expected own property`);if(f&&l===void 0)return;let h=typeof l;if(h!==
c||l===null)throw new TypeError(`${a} is invalid: expected ${c}, got ${h}`)}let s=(i,c)=>Object.entries(i).forEach(([f,a])=>o(f,a,c));s(e,!1),s(n,!0)}/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var ft=BigInt(0),ot=BigInt(1),Gt=BigInt(2),mr=BigInt(3),xn=BigInt(4),gr=BigInt(5),vo=BigInt(
7),wr=BigInt(8),_o=BigInt(9),Lo=BigInt(15),Er=BigInt(16),No=BigInt("0x10000000000000000");function ct(t,e){if(e<=ft)throw new Error("mod: expected positive modu\
lus, got "+e);let n=t%e;return n>=ft?n:e+n}function Io(t,e,n){if(n<=ot)throw new Error("pow: expected modulus > 1, got "+n);if(typeof e!="bigint")throw new TypeError(
"invalid exponent: expected bigint, got "+typeof e);if(e<ft)throw new Error("invalid exponent, negatives unsupported");if(e===ft)return ot;if(e===ot)return t;let r=t%
n;if(r<ft&&(r+=n),e<No){let c=ot;for(;e>ft;)e&ot&&(c=c*r%n),r=r*r%n,e>>=ot;return c}let o=[];for(;e>ft;)o.push(Number(e&Lo)),e>>=xn;let s=new Array(16);s[0]=ot,
s[1]=r;for(let c=2;c<16;c++)s[c]=s[c-1]*r%n;let i=s[o[o.length-1]];for(let c=o.length-2;c>=0;c--){i=i*i%n,i=i*i%n,i=i*i%n,i=i*i%n;let f=o[c];f!==0&&(i=i*s[f]%n)}
return i}function Et(t,e,n){if(n<=ot)throw new Error("pow2: expected modulus > 1, got "+n);if(e<ft)throw new Error("pow2: expected non-negative exponent, got "+
e);let r=t;for(;e-- >ft;)r*=r,r%=n;return r}function yr(t,e){if(t===ft)throw new Error("invert: expected non-zero number");if(e<=ot)throw new Error("invert: exp\
ected modulus > 1, got "+e);let n=ct(t,e),r=e,o=ft,s=ot;for(;n!==ft;){let c=r/n,f=r-n*c,a=o-s*c;r=n,n=f,o=s,s=a}if(r!==ot)throw new Error("invert: does not exis\
t");return ct(o,e)}function yn(t,e,n){let r=t;if(!r.eql(r.sqr(e),n))throw new Error("Cannot find square root")}function bn(t,e){if((t&ot)===ft)throw new Error(e+": expected odd mo\
dulus, got "+t)}function Br(t,e){let n=t,r=(n.ORDER+ot)/xn,o=n.pow(e,r);return yn(n,o,e),o}function Fo(t,e){let n=t,r=(n.ORDER-gr)/wr,o=n.mul(e,Gt),s=n.pow(o,r),
i=n.mul(e,s),c=n.mul(n.mul(i,Gt),s),f=n.mul(i,n.sub(c,n.ONE));return yn(n,f,e),f}function Mo(t){let e=$e(t),n=Or(t),r=n(e,e.neg(e.ONE)),o=n(e,r),s=n(e,e.neg(r)),
i=(t+vo)/Er;return((c,f)=>{let a=c,l=a.pow(f,i),h=a.mul(l,r),w=a.mul(l,o),O=a.mul(l,s),F=a.eql(a.sqr(h),f),T=a.eql(a.sqr(w),f);l=a.cmov(l,h,F),h=a.cmov(O,w,T);let q=a.
eql(a.sqr(h),f),P=a.cmov(l,h,q);return yn(a,P,f),P})}function Or(t){if(t<mr)throw new Error("sqrt is not defined for small field");bn(t,"tonelliShanks");let e=t-
ot,n=0;for(;e%Gt===ft;)e/=Gt,n++;let r=Gt,o=$e(t);for(;Be(o,r)===1;)if(r++>1e3)throw new Error("Cannot find square root: probably non-prime P");if(n===1)return Br;
let s=o.pow(r,e),i=(e+ot)/Gt;return function(f,a){let l=f;if(l.is0(a))return a;if(Be(l,a)!==1)throw new Error("Cannot find square root");let h=n,w=l.mul(l.ONE,s),
O=l.pow(a,e),F=l.pow(a,i);for(;!l.eql(O,l.ONE);){if(l.is0(O))throw new Error("Cannot find square root: probably non-prime P");let T=1,q=l.sqr(O);for(;!l.eql(q,l.
ONE);)if(T++,q=l.sqr(q),T===h)throw new Error("Cannot find square root");let P=ot<<BigInt(h-T-1),Y=l.pow(w,P);h=T,w=l.sqr(Y),O=l.mul(O,w),F=l.mul(F,Y)}return F}}
function ko(t){return bn(t,"Fp.sqrt"),t%xn===mr?Br:t%wr===gr?Fo:t%Er===_o?Mo(t):Or(t)}var Tr=(t,e)=>(ct(t,e)&ot)===ot,Uo=["create","isValid","is0","neg","inv","\
sqrt","sqr","eql","add","sub","mul","pow","div","addN","subN","mulN","sqrN"];function fe(t){if(Ft(t,"field"),typeof t.ORDER!="bigint")throw new TypeError('param\
 "ORDER" is invalid: expected bigint, got '+typeof t.ORDER);ie(t.BYTES,"BYTES"),ie(t.BITS,"BITS");for(let e of Uo)Pt(t[e],"field."+e);if(t.BYTES<1||t.BITS<1)throw new Error(
"invalid field: expected BYTES/BITS > 0");if(t.ORDER<=ot)throw new Error("invalid field: expected ORDER > 1, got "+t.ORDER);return t}function ze(t,e,n=!1){fe(t),ye(e,"nums"),yt(n,"passZero");let r=t,o=new Array(e.length).fill(n?r.ZERO:void 0),s=e.reduce((c,f,a)=>r.is0(f)?c:(o[a]=c,r.mul(c,f)),
r.ONE),i=r.inv(s);return e.reduceRight((c,f,a)=>r.is0(f)?c:(o[a]=r.mul(c,o[a]),r.mul(c,f)),i),o}function Be(t,e){fe(t);let n=t;bn(n.ORDER,"FpLegendre");let r=(n.ORDER-ot)/Gt,o=n.pow(e,r),s=n.eql(o,n.ONE),i=n.eql(o,n.ZERO),c=n.eql(o,n.neg(n.ONE));if(!s&&!i&&
!c)throw new Error("invalid Legendre symbol result");return s?1:i?0:-1}function jo(t,e){if(e!==void 0&&ln(e),t<=ft)throw new Error("invalid n length: expected positive n, got "+t);if(e!==void 0&&e<1)throw new Error("invalid n lengt\
h: expected positive bit length, got "+e);let n=Ee(t);if(e!==void 0&&e<n)throw new Error(`invalid n length: expected nBitLength (${e}) >= bitLen(n) (${n})`);let r=e!==
void 0?e:n,o=Math.ceil(r/8);return{nBitLength:r,nByteLength:o}}var br=new WeakMap,Ye=class{ORDER;BITS;BYTES;isLE;ZERO=ft;ONE=ot;_lengths;_mod;constructor(e,n={}){
if(e<=ot)throw new Error("invalid field: expected ORDER > 1, got "+e);let r;this.isLE=!1,n!=null&&typeof n=="object"&&(typeof n.BITS=="number"&&(r=n.BITS),typeof n.
sqrt=="function"&&Object.defineProperty(this,"sqrt",{value:n.sqrt,enumerable:!0}),typeof n.isLE=="boolean"&&(this.isLE=n.isLE),n.allowedLengths&&(this._lengths=
Object.freeze(n.allowedLengths.slice())),typeof n.modFromBytes=="boolean"&&(this._mod=n.modFromBytes));let{nBitLength:o,nByteLength:s}=jo(e,r);if(s>2048)throw new Error(
"invalid field: expected ORDER of <= 2048 bytes");this.ORDER=e,this.BITS=o,this.BYTES=s,Object.freeze(this)}create(e){return ct(e,this.ORDER)}isValid(e){if(typeof e!=
"bigint")throw new TypeError("invalid field element: expected bigint, got "+typeof e);return ft<=e&&e<this.ORDER}is0(e){return e===ft}isValidNot0(e){return!this.
is0(e)&&this.isValid(e)}isOdd(e){return(e&ot)===ot}neg(e){return ct(-e,this.ORDER)}eql(e,n){return e===n}sqr(e){return ct(e*e,this.ORDER)}add(e,n){return ct(e+n,
this.ORDER)}sub(e,n){return ct(e-n,this.ORDER)}mul(e,n){return ct(e*n,this.ORDER)}pow(e,n){return Io(e,n,this.ORDER)}div(e,n){return ct(e*yr(n,this.ORDER),this.
ORDER)}sqrN(e){return e*e}addN(e,n){return e+n}subN(e,n){return e-n}mulN(e,n){return e*n}inv(e){return yr(e,this.ORDER)}sqrt(e){let n=br.get(this);return n||br.
set(this,n=ko(this.ORDER)),n(this,e)}toBytes(e){return this.isLE?xr(e,this.BYTES):hn(e,this.BYTES)}fromBytes(e,n=!1){lt(e);let{_lengths:r,BYTES:o,isLE:s,ORDER:i,
_mod:c}=this;if(r){if(e.length<1||!r.includes(e.length)||e.length>o)throw new Error("Field.fromBytes: expected "+r+" bytes, got "+e.length);let a=new Uint8Array(
o);a.set(e,s?0:a.length-e.length),e=a}if(e.length!==o)throw new Error("Field.fromBytes: expected "+o+" bytes, got "+e.length);let f=s?ce(e):me(e);if(c&&(f=ct(f,
i)),!n&&!this.isValid(f))throw new Error("invalid field element: outside of range 0..ORDER");return f}invertBatch(e){return ze(this,e,!0)}cmov(e,n,r){return yt(
r,"condition"),r?n:e}};function $e(t,e={}){return Object.freeze(Ye.prototype),new Ye(t,e)}/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var wn=BigInt(0),Oe=BigInt(1),Ho=BigInt(4),mn=16,Sr=128,qo=5,Rr=2**31;function ue(t){let e=t;
if(typeof e!="function")throw new TypeError('"Point" expected constructor, got type='+typeof t);Pt(e.fromAffine,"Point.fromAffine"),Pt(e.fromBytes,"Point.fromBy\
tes"),Pt(e.fromHex,"Point.fromHex"),Ft(e.BASE,"Point.BASE"),Ft(e.ZERO,"Point.ZERO"),fe(e.Fp),fe(e.Fn)}function Xe(t,e){ue(t),_r(e,t);let n=ze(t.Fp,e.map(r=>r.Z));
return e.map((r,o)=>t.fromAffine(r.toAffine(n[o])))}function Co(t,e,n=1){if(!Number.isSafeInteger(t)||t<n||t>e)throw new Error("invalid window size, expected ["+
n+".."+e+"], got W="+t)}function Do(t,e){let n=t*(4*e+128);if(n>Rr)throw new Error("invalid window size: table would need ~"+Math.ceil(n/2**20)+" MiB, max "+Rr/
2**20+" MiB")}function vr(t,e){if(t!==void 0){Pt(t,"randomBytes");try{let n=t(e);if(!se(n)||n.length!==e)return}catch{return}return t}}function _r(t,e){ye(t,"po\
ints"),t.forEach((n,r)=>{if(!(n instanceof e))throw new Error("invalid point at index "+r)})}function Zo(t,e,n){if(!Array.isArray(t))throw new Error("array of s\
calars expected");t.forEach((r,o)=>{if(!(n===void 0?e.isValid(r):Mt(r)&&r<n))throw new Error("invalid scalar at index "+o)})}var Lr=new WeakMap;function gn(t){return Lr.
get(t)||1}function Yo(t,e){let n=t.double(),r=[t];for(let o=1;o<e;o++)r.push(r[o-1].add(n));return r}function zo(t,e){let n=2**e,r=n/2,o=BigInt(n-1),s=[];for(;t>
wn;){let i=0;t&Oe&&(i=Number(t&o),i>=r&&(i-=n),t-=BigInt(i)),s.push(i),t>>=Oe}return s}function $o(t,e,n){let r=2**e,o=r/2,s=BigInt(r-1),i=BigInt(e),c=[];for(let f=0;f<
n;f++){let a=Number(t&s);t>>=i,a>o&&(a-=r,t+=Oe),c.push(a)}if(t!==wn)throw new Error("invalid wnaf");return c}function Xo(t,e,n){let r=0;for(let s of n)r=Math.max(
r,s.length);let o=t;for(let s=r-1;s>=0;s--){s!==r-1&&(o=o.double());for(let i=0;i<n.length;i++){let c=n[i][s];if(c){let f=e[i][Math.abs(c)-1>>1];o=o.add(c<0?f.negate():
f)}}}return o}var ae=class{Point;BASE;ZERO;randomBytes;wnafPrecomputes=new WeakMap;baseCanBeBlinded;bits;constructor(e,n){ue(e),this.randomBytes=vr(n,mn),this.Point=
e,this.BASE=e.BASE,this.ZERO=e.ZERO,this.bits=e.Fn.BITS}buildWnafTable(e,n,r){let o=Math.ceil(r/n)+1,s=2**(n-1),i=[],c=e;for(let f=0;f<o;f++){let a=c;for(let l=0;l<
s;l++)i.push(a),a=a.add(c);c=i[i.length-1].double()}return{W:n,bits:r,windows:o,comp:i}}wnafCachedCT(e,n){let{W:r,windows:o,comp:s}=e,i=2**(r-1),c=$o(n,r,o),f=this.
ZERO,a=this.BASE;for(let l=0;l<o;l++){let h=c[l],w=l*i,O=Math.abs(h)-1,F=s[w];for(let q=1;q<i;q++)F=q===O?s[w+q]:F;let T=F.negate();h===0?a=a.add(s[w]):f=f.add(
h<0?T:F)}return{p:f,f:a}}getWnafPrecomputes(e,n,r,o){let s=this.wnafPrecomputes.get(n),i=s?.find(c=>c.W===e&&c.bits===r);return i||(i=this.buildWnafTable(n,e,r),
typeof o=="function"&&(i={...i,comp:o(i.comp)}),s||(s=[],this.wnafPrecomputes.set(n,s)),s.push(i)),i}assertPoint(e){if(!(e instanceof this.Point))throw new TypeError(
'"point" expected Point instance, got type='+typeof e)}validateMulInput(e,n){if(this.assertPoint(e),!pn(n,Oe,this.Point.Fn.ORDER))throw new Error("invalid scala\
r")}runCT(e,n,r,o){let s=gn(e);return s===1?this.fixedWindowCT(e,n,r):this.wnafCachedCT(this.getWnafPrecomputes(s,e,r,o),n)}mulCT(e,n,r){return this.validateMulInput(
e,n),this.runCT(e,n,this.bits,r)}mulCTBlinded(e,n,r){if(this.validateMulInput(e,n),this.randomBytes===void 0)throw new Error("randomBytes is required for scalar\
 blinding");let o=this.Point.Fn.BITS+Sr,s=this.randomBytes(mn);if(!se(s)||s.length!==mn)throw new Error("randomBytes returned invalid byte array");s[0]=s[0]&63|
128;let i=n+me(s)*this.Point.Fn.ORDER;return this.runCT(e,i,o,r)}fixedWindowCT(e,n,r){let o=qo,s=1<<o,i=Ze(o),c=new Array(s);c[0]=this.ZERO;for(let l=1;l<s;l++)
c[l]=c[l-1].add(e);let f=Math.ceil(r/o),a=this.ZERO;for(let l=f-1;l>=0;l--){if(l!==f-1)for(let O=0;O<o;O++)a=a.double();let h=Number(n>>BigInt(l*o)&i),w=c[0];for(let O=1;O<
s;O++)w=O===h?c[O]:w;a=a.add(w)}return{p:a,f:a}}shouldBlind(e,n){return this.randomBytes===void 0?!1:n===Oe?!0:e!==this.BASE?!1:(this.baseCanBeBlinded===void 0&&
(this.baseCanBeBlinded=this.mulUnsafe(this.BASE,this.Point.Fn.ORDER).is0()),this.baseCanBeBlinded)}mulSecret(e,n,r,o){return this.shouldBlind(e,r)?this.mulCTBlinded(
e,n,o):this.mulCT(e,n,o)}mulUnsafe(e,n,r){if(this.assertPoint(e),!Mt(n))throw new Error("invalid scalar");let o=gn(e);if(o===1||n>=this.Point.Fn.ORDER)return Ke(
this.Point,[e],[n],!0);let s=this.getWnafPrecomputes(o,e,this.bits,r);return this.wnafCachedCT(s,n).p}setWindowSize(e,n){this.assertPoint(e),Co(n,this.bits);let r=Math.
ceil((this.bits+Sr)/n)+1;Do(r*2**(n-1),this.Point.Fp.BYTES),Lr.set(e,n),this.wnafPrecomputes.delete(e)}hasWindowSize(e){return gn(e)!==1}};function Ke(t,e,n,r=!1){
if(ue(t),_r(e,t),yt(r,"allowOversized"),Zo(n,t.Fn,r?t.Fn.ORDER**Ho:void 0),e.length!==n.length)throw new Error("arrays of points and scalars must have equal len\
gth");let o=e.map(i=>Yo(i,4)),s=n.map(i=>zo(i,4));return Xo(t.ZERO,o,s)}function Ar(t,e,n){if(e){if(e.ORDER!==t)throw new Error("Field.ORDER must match order: Fp == p, Fn == n");return fe(e),e}else return $e(t,{isLE:n})}function Pe(t,e,n={},r){
if(t!=="weierstrass"&&t!=="edwards")throw new Error('expected curve type "weierstrass" or "edwards"');if(r===void 0&&(r=t==="edwards"),!e||typeof e!="object")throw new Error(
`expected valid ${t} CURVE object`);mt(n);for(let f of["p","n","h"]){let a=e[f];if(!(Mt(a)&&a!==wn))throw new Error(`CURVE.${f} must be positive bigint`)}let o=Ar(
e.p,n.Fp,r),s=Ar(e.n,n.Fn,r),c=["Gx","Gy","a",t==="weierstrass"?"b":"d"];for(let f of c)if(!o.isValid(e[f]))throw new Error(`CURVE.${f} must be valid field elem\
ent of CURVE.Fp`);return e=Object.freeze(Object.assign({},e)),{CURVE:e,Fp:o,Fn:s}}function En(t,e){return function(r){let o=t(r);return{secretKey:o,publicKey:e(
o)}}}/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var Ge=BigInt(0),Ve=BigInt(1),We=BigInt(2),Ko=BigInt(4),Nr=BigInt(8);function Po(t,e,n,r){
let o=t.sqr(n),s=t.sqr(r),i=t.add(t.mul(e.a,o),s),c=t.add(t.ONE,t.mul(e.d,t.mul(o,s)));return t.eql(i,c)}function Ir(t,e={}){mt(e,{},{},"extraOpts");let n=e,r=Pe(
"edwards",t,n,n.FpFnLE),{Fp:o,Fn:s}=r,i=r.CURVE,{h:c}=i;if(Be(o,i.a)!==1)throw new Error("edwards: CURVE.a must be a square in Fp for complete addition formulas");
if(Be(o,i.d)!==-1)throw new Error("edwards: CURVE.d must be a non-square in Fp for complete addition formulas");mt(n,{},{uvRatio:"function",randomBytes:"functio\
n"});let f=n.randomBytes===void 0?be:n.randomBytes,a=We<<BigInt(o.BYTES*8)-Ve;function l(Y){if(!o.isOdd)throw new Error("Field does not have .isOdd()");return o.
isOdd(Y)}let h=n.uvRatio===void 0?(Y,u)=>{try{return{isValid:!0,value:o.sqrt(o.div(Y,u))}}catch{return{isValid:!1,value:Ge}}}:n.uvRatio;if(!Po(o,i,i.Gx,i.Gy))throw new Error(
"bad curve params: generator point");let w=o.eql(i.a,o.neg(o.ONE))?Y=>o.neg(Y):o.eql(i.a,o.ONE)?Y=>Y:Y=>o.mul(i.a,Y);function O(Y,u,y=!1){let E=y?Ve:Ge;return we(
"coordinate "+Y,u,E,a),u}function F(Y){if(!(Y instanceof T))throw new Error("EdwardsPoint expected")}class T{static BASE=new T(i.Gx,i.Gy,o.ONE,o.mul(i.Gx,i.Gy));static ZERO=new T(
o.ZERO,o.ONE,o.ONE,o.ZERO);static Fp=o;static Fn=s;X;Y;Z;T;constructor(u,y,E,k){this.X=O("x",u),this.Y=O("y",y),this.Z=O("z",E,!0),this.T=O("t",k),Object.freeze(
this)}static CURVE(){return i}static fromAffine(u){if(u instanceof T)throw new Error("extended point not allowed");let{x:y,y:E}=u||{};return O("x",y),O("y",E),new T(
y,E,o.ONE,o.mul(y,E))}static fromBytes(u,y=!1){let E=o.BYTES,{a:k,d:U}=i;u=ge(lt(u,E,"point")),yt(y,"zip215");let N=ge(u),v=u[E-1];N[E-1]=v&-129;let j=ce(N),z=y?
a:o.ORDER;we("point.y",j,Ge,z);let $=o.sqr(j),W=o.sub($,o.ONE),A=o.sub(o.mulN(U,$),k),{isValid:H,value:C}=h(W,A);if(!H)throw new Error("bad point: invalid y coo\
rdinate");let _=l(C),J=(v&128)!==0;if(!y&&o.is0(C)&&J)throw new Error("bad point: x=0 and x_0=1");return J!==_&&(C=o.neg(C)),T.fromAffine({x:C,y:j})}static fromHex(u,y=!1){
return T.fromBytes(De(u),y)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}precompute(u=6,y=!0){return P.setWindowSize(this,u),y||this.multiply(
We),this}assertValidity(){let u=this,{a:y,d:E}=i;if(u.is0())throw new Error("bad point: ZERO");let{X:k,Y:U,Z:N,T:v}=u,j=o.sqr(k),z=o.sqr(U),$=o.sqr(N),W=o.sqr($),
A=o.mul(j,y),H=o.mul(o.add(A,z),$),C=o.add(W,o.mul(E,o.mul(j,z)));if(!o.eql(H,C))throw new Error("bad point: equation left != right (1)");let _=o.mul(k,U),J=o.mul(
N,v);if(!o.eql(_,J))throw new Error("bad point: equation left != right (2)")}equals(u){F(u);let{X:y,Y:E,Z:k}=this,{X:U,Y:N,Z:v}=u,j=o.mul(y,v),z=o.mul(U,k),$=o.
mul(E,v),W=o.mul(N,k);return o.eql(j,z)&&o.eql($,W)}is0(){return this.equals(T.ZERO)}negate(){return new T(o.neg(this.X),this.Y,this.Z,o.neg(this.T))}double(){let{
X:u,Y:y,Z:E}=this,k=o.sqr(u),U=o.sqr(y),N=o.mul(o.sqr(E),We),v=w(k),j=o.addN(u,y),z=o.sub(o.subN(o.sqr(j),k),U),$=o.addN(v,U),W=o.subN($,N),A=o.subN(v,U),H=o.mul(
z,W),C=o.mul($,A),_=o.mul(z,A),J=o.mul(W,$);return new T(H,C,J,_)}add(u){F(u);let{d:y}=i,{X:E,Y:k,Z:U,T:N}=this,{X:v,Y:j,Z:z,T:$}=u,W=o.mul(E,v),A=o.mul(k,j),H=o.
mul(o.mulN(N,y),$),C=o.mul(U,z),_=o.sub(o.subN(o.mulN(o.addN(E,k),o.addN(v,j)),W),A),J=o.subN(C,H),rt=o.addN(C,H),D=o.sub(A,w(W)),m=o.mul(_,J),B=o.mul(rt,D),R=o.
mul(_,D),I=o.mul(J,rt);return new T(m,B,I,R)}subtract(u){return F(u),this.add(u.negate())}multiply(u){if(!s.isValidNot0(u))throw new RangeError("invalid scalar:\
 expected 1 <= sc < curve.n");let{p:y,f:E}=P.mulSecret(this,u,c,q);return q([y,E])[0]}multiplyUnsafe(u){if(!s.isValid(u))throw new RangeError("invalid scalar: e\
xpected 0 <= sc < curve.n");return u===Ge?T.ZERO:this.is0()||u===Ve?this:P.mulUnsafe(this,u,q)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){
return P.mulUnsafe(this,i.n).is0()}toAffine(u){let y=this,E=u;if(E!=null&&typeof E!="bigint")throw new TypeError('"invertedZ" expected bigint, got type='+typeof E);
let{X:k,Y:U,Z:N}=y,v=y.is0();E==null&&(E=v?o.create(Nr):o.inv(N));let j=o.mul(k,E),z=o.mul(U,E),$=o.mul(N,E);if(v)return{x:o.ZERO,y:o.ONE};if(!o.eql($,o.ONE))throw new Error(
"invZ was invalid");return{x:j,y:z}}clearCofactor(){return c===Ve?this:c===We?this.double():c===Ko?this.double().double():c===Nr?this.double().double().double():
this.multiplyUnsafe(c)}toBytes(){let{x:u,y}=this.toAffine(),E=o.toBytes(y);return E[E.length-1]|=l(u)?128:0,E}toHex(){return Ce(this.toBytes())}toString(){return`\
<Point ${this.is0()?"ZERO":this.toHex()}>`}}let q=Y=>Xe(T,Y),P=new ae(T,f);return P.bits>=6&&T.BASE.precompute(6),Object.freeze(T.prototype),Object.freeze(T),T}function Fr(t,e,n={}){if(ue(t),typeof e!="function")throw new Error('"hash" function param is required');let r=e,o=n;mt(o,{},{adjustScalarBytes:"function",randomBytes:"\
function",domain:"function",prehash:"function",zip215:"boolean",mapToCurve:"function",toMontgomery:"function",toMontgomerySecret:"function"});let{prehash:s}=o,{
BASE:i,Fp:c,Fn:f}=t,a=r.outputLen,l=2*c.BYTES;if(a!==void 0&&(ie(a,"hash.outputLen"),a!==l))throw new Error(`hash.outputLen must be ${l}, got ${a}`);let h=o.randomBytes===
void 0?be:o.randomBytes,w=o.toMontgomery,O=o.toMontgomerySecret,F=o.adjustScalarBytes===void 0?A=>A:o.adjustScalarBytes,T=o.domain===void 0?(A,H,C)=>{if(yt(C,"p\
hflag"),H.length||C)throw new Error("Contexts/pre-hash are not supported");return A}:o.domain;function q(A){return f.create(ce(A))}function P(A){let H=v.secretKey;
lt(A,v.secretKey,"secretKey");let C=lt(r(A),2*H,"hashedSecretKey"),_=F(C.slice(0,H)),J=C.slice(H,2*H),rt=q(_);return{head:_,prefix:J,scalar:rt}}function Y(A){let{
head:H,prefix:C,scalar:_}=P(A),J=i.multiply(_),rt=J.toBytes();return{head:H,prefix:C,scalar:_,point:J,pointBytes:rt}}function u(A){return Y(A).pointBytes}function y(A=Uint8Array.
of(),...H){let C=oe(...H);return q(r(T(C,lt(A,void 0,"context"),!!s)))}function E(A,H,C={}){mt(C,{},{},"options"),A=ge(lt(A,void 0,"message")),s&&(A=s(A));let{prefix:_,
scalar:J,pointBytes:rt}=Y(H),D=y(C.context,_,A),m=i.multiply(D).toBytes(),B=y(C.context,m,rt,A),R=f.create(D+B*J);if(!f.isValid(R))throw new Error("sign failed:\
 invalid s");let I=oe(m,f.toBytes(R));return lt(I,v.signature,"result")}let k={zip215:o.zip215};function U(A,H,C,_=k){mt(_);let{context:J}=_,rt=_.zip215===void 0?
!!k.zip215:_.zip215,D=v.signature;A=lt(A,D,"signature"),H=lt(H,void 0,"message"),C=lt(C,v.publicKey,"publicKey"),rt!==void 0&&yt(rt,"zip215"),s&&(H=s(H));let m=D/
2,B=A.subarray(0,m),R=ce(A.subarray(m,D)),I,L,d;try{I=t.fromBytes(C,rt),L=t.fromBytes(B,rt),d=i.multiplyUnsafe(R)}catch{return!1}if(!rt&&I.isSmallOrder())return!1;
let b=y(J,B,C,H);return L.add(I.multiplyUnsafe(b)).subtract(d).clearCofactor().is0()}let N=c.BYTES,v={secretKey:N,publicKey:N,signature:2*N,seed:N};function j(A){
return A=A===void 0?h(v.seed):A,lt(A,v.seed,"seed")}function z(A){return se(A)&&A.length===v.secretKey}function $(A,H){try{return!!t.fromBytes(A,H===void 0?k.zip215:
H)}catch{return!1}}let W={getExtendedPublicKey:Y,randomSecretKey:j,isValidSecretKey:z,isValidPublicKey:$,toMontgomery(A){if(w===void 0)throw new Error("Montgome\
ry conversion is not supported for this curve");return w(t.fromBytes(A))},toMontgomerySecret(A){if(O===void 0)throw new Error("Montgomery conversion is not supp\
orted for this curve");return O(A)}};return Object.freeze(v),Object.freeze(W),Object.freeze({keygen:En(j,u),getPublicKey:u,sign:E,verify:U,utils:W,Point:t,lengths:v})}function Te(t,e="n"){if(typeof t!="number")throw new TypeError(`wrong u32 integer "${e}": expected number, got type=${typeof t}`);if(!Number.isSafeInteger(t)||t<
0||t>4294967295)throw new RangeError(`wrong u32 integer "${e}": expected 0..4294967295, got ${t}`);return t}function kr(t){return Te(t,"x"),(t&t-1)===0&&t!==0}function Bn(t,e){if(Te(t),typeof e!="number")throw new TypeError('"bits" expected number, got type='+typeof e);if(!Number.isSafeInteger(e)||e<0||e>32)throw new Error(
`expected integer 0 <= bits <= 32, got ${e}`);let n=0;for(let r=0;r<e;r++,t>>>=1)n=n<<1|t&1;return n>>>0}function Ur(t){return Te(t),31-Math.clz32(t)}function Mr(t){
if(!t||typeof t!="object"||typeof t.length!="number")throw new TypeError('"values" expected array-like, got type='+typeof t);let e=t.length;if(!kr(e))throw new Error(
"expected positive power-of-two length, got "+e);let n=Ur(e);for(let r=0;r<e;r++){let o=Bn(r,n);if(r<o){let s=t[r];t[r]=t[o],t[o]=s}}return t}var On=(t,e)=>{mt(e,{N:"number",roots:"object",dit:"boolean"},{invertButterflies:"boolean",skipStages:"number",brp:"boolean"},"coreOpts");let{N:n,roots:r,dit:o,
invertButterflies:s=!1,skipStages:i=0,brp:c=!0}=e;Te(n,"coreOpts.N");let f=Ur(n);if(!kr(n))throw new Error("FFT: Polynomial size should be power of two");Te(i,"\
coreOpts.skipStages");let a=f===0?0:f-1;if(i>a)throw new Error(`FFT: wrong skipStages: expected 0 <= skipStages <= ${a}`);if(r.length!==n)throw new Error(`FFT: \
wrong roots length: expected ${n}, got ${r.length}`);let l=o!==s;return h=>{if(h.length!==n)throw new Error("FFT: wrong Polynomial length");o&&c&&Mr(h);for(let w=0,
O=1;w<f-i;w++){let F=o?w+1+i:f-w,T=1<<F,q=T>>1,P=n>>F;for(let Y=0;Y<n;Y+=T)for(let u=0,y=O++;u<q;u++){let E=s?o?n-y:y:u*P,k=Y+u,U=Y+u+q,N=r[E],v=h[U],j=h[k];if(l){
let z=t.mul(v,N);h[k]=t.add(j,z),h[U]=t.sub(j,z)}else s?(h[k]=t.add(v,j),h[U]=t.mul(t.sub(v,j),N)):(h[k]=t.add(j,v),h[U]=t.mul(t.sub(j,v),N))}}return!o&&c&&Mr(h),
h}};/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var Tn=BigInt(1),jr=BigInt(2);var Go=BigInt(5),Vo=BigInt(8),Sn=BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed"),Wo={p:Sn,n:BigInt("0x10000000000000000000000000000\
00014def9dea2f79cd65812631a5cf5d3ed"),h:Vo,a:BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"),d:BigInt("0x52036cee2b6ffe738cc7407977\
79e89800700a4d4141d8ab75eb4dca135978a3"),Gx:BigInt("0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"),Gy:BigInt("0x66666666666666666666666666\
66666666666666666666666666666666666658")};function Qo(t){let e=BigInt(10),n=BigInt(20),r=BigInt(40),o=BigInt(80),s=Sn,c=t*t%s*t%s,f=Et(c,jr,s)*c%s,a=Et(f,Tn,s)*
t%s,l=Et(a,Go,s)*a%s,h=Et(l,e,s)*l%s,w=Et(h,n,s)*h%s,O=Et(w,r,s)*w%s,F=Et(O,o,s)*O%s,T=Et(F,o,s)*O%s,q=Et(T,e,s)*l%s;return{pow_p_5_8:Et(q,jr,s)*t%s,b2:c}}function Cr(t){
return t[0]&=248,t[31]&=127,t[31]|=64,t}var Hr=BigInt("19681161376707505956807079304988542015446066515923890162744021073123829784752");function Jo(t,e){let n=Sn,
r=ct(e*e*e,n),o=ct(r*r*e,n),s=Qo(t*o).pow_p_5_8,i=ct(t*r*s,n),c=ct(e*i*i,n),f=i,a=ct(i*Hr,n),l=c===t,h=c===ct(-t,n),w=c===ct(-t*Hr,n);return l&&(i=f),(h||w)&&(i=
a),Tr(i,n)&&(i=ct(-i,n)),{isValid:l||h,value:i}}var Rn=Ir(Wo,{uvRatio:Jo}),qr=Rn.Fp;function ts(t){let{y:e}=t;return qr.toBytes(qr.div(Tn+e,Tn-e))}function es(t){
let e=Rn.Fp.BYTES;return G(t,e),Cr(je(t.subarray(0,e))).subarray(0,e)}function ns(t){return Fr(Rn,je,Object.assign({adjustScalarBytes:Cr,toMontgomery:ts,toMontgomerySecret:es,zip215:!0},t))}var rs=ns({});/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var Dr=(t,e)=>(t+(t>=0?e:-e)/ss)/e;function os(t,e,n){we("scalar",t,de,n);let[[r,o],[s,i]]=e,
c=Dr(i*t,n),f=Dr(-o*t,n),a=t-c*r-f*s,l=-c*o-f*i,h=a<de,w=l<de;h&&(a=-a),w&&(l=-l);let O=Ze(Math.ceil(Ee(n)/2))+Se;if(a<de||a>=O||l<de||l>=O)throw new Error("spl\
itScalar (endomorphism): failed for k");return{k1neg:h,k1:a,k2neg:w,k2:l}}var de=BigInt(0),Se=BigInt(1),ss=BigInt(2),An=BigInt(3),is=BigInt(4);function cs(t,e={}){let n=Pe("weierstrass",t,e),r=n.Fp,o=n.Fn,s=n.CURVE,{h:i,n:c}=s;mt(e,{},
{allowInfinityPoint:"boolean",clearCofactor:"function",isTorsionFree:"function",fromBytes:"function",toBytes:"function",endo:"object",randomBytes:"function"});let{
endo:f,allowInfinityPoint:a,clearCofactor:l,isTorsionFree:h,fromBytes:w,toBytes:O}=e,F=e.randomBytes===void 0?be:e.randomBytes;if(f&&(!r.is0(s.a)||typeof f.beta!=
"bigint"||!Array.isArray(f.basises)))throw new Error('invalid endo: expected "beta": bigint and "basises": array');let T=f?{beta:f.beta,basises:f.basises.map(D=>[
...D])}:void 0,q=as(r,o);function P(){if(!r.isOdd)throw new Error("compression is not supported: Field does not have .isOdd()")}function Y(D,m,B){if(m.is0()){if(!a)
throw new Error("bad point: ZERO");return Uint8Array.of(0)}let{x:R,y:I}=m.toAffine(),L=r.toBytes(R);if(yt(B,"isCompressed"),B){P();let d=!r.isOdd(I);return oe(fs(
d),L)}else return oe(Uint8Array.of(4),L,r.toBytes(I))}function u(D){lt(D,void 0,"Point");let{publicKey:m,publicKeyUncompressed:B}=q,R=D.length,I=D[0],L=D.subarray(
1);if(a&&R===1&&I===0)return{x:r.ZERO,y:r.ZERO};if(R===m&&(I===2||I===3)){let d=r.fromBytes(L);if(!r.isValid(d))throw new Error("bad point: is not on curve, wro\
ng x");let b=N(d),p;try{p=r.sqrt(b)}catch(S){let M=S instanceof Error?": "+S.message:"";throw new Error("bad point: is not on curve, sqrt error"+M)}P();let x=r.
isOdd(p);return(I&1)===1!==x&&(p=r.neg(p)),{x:d,y:p}}else if(R===B&&I===4){let d=r.BYTES,b=r.fromBytes(L.subarray(0,d)),p=r.fromBytes(L.subarray(d,d*2));if(!v(b,
p))throw new Error("bad point: is not on curve");return{x:b,y:p}}else throw new Error(`bad point: got length ${R}, expected compressed=${m} or uncompressed=${B}`)}
let y=O===void 0?Y:O,E=w===void 0?u:w,k=r.mul(s.b,An),U=r.is0(s.a)?D=>r.ZERO:D=>r.mul(s.a,D);function N(D){let m=r.sqr(D),B=r.mul(m,D);return r.add(r.add(B,r.mul(
D,s.a)),s.b)}function v(D,m){let B=r.sqr(m),R=N(D);return r.eql(B,R)}if(!v(s.Gx,s.Gy))throw new Error("bad curve params: generator point");let j=r.mul(r.pow(s.a,
An),is),z=r.mul(r.sqr(s.b),BigInt(27));if(r.is0(r.add(j,z)))throw new Error("bad curve params: a or b");function $(D,m,B=!1){if(!r.isValid(m)||B&&r.is0(m))throw new Error(
`bad point coordinate ${D}`);return typeof m=="object"&&m!==null?r.create(m):m}function W(D){if(!(D instanceof _))throw new Error("Weierstrass Point expected")}
function A(D){if(!T||!T.basises)throw new Error("no endo");return os(D,T.basises,o.ORDER)}function H(D,m,B,R){if(!o.isValid(R))throw new RangeError("invalid sca\
lar: out of range");if(T){let{k1neg:I,k1:L,k2neg:d,k2:b}=A(R),p=new _(r.mul(B.X,T.beta),B.Y,B.Z);D.push(I?B.negate():B,d?p.negate():p),m.push(L,b)}else D.push(B),
m.push(R)}let C=new WeakSet;class _{static BASE=new _(s.Gx,s.Gy,r.ONE);static ZERO=new _(r.ZERO,r.ONE,r.ZERO);static Fp=r;static Fn=o;X;Y;Z;constructor(m,B,R){this.
X=$("x",m),this.Y=$("y",B,!0),this.Z=$("z",R),Object.freeze(this)}static CURVE(){return s}static fromAffine(m){let{x:B,y:R}=m||{};if(!m||!r.isValid(B)||!r.isValid(
R))throw new Error("invalid affine point");if(m instanceof _)throw new Error("projective point not allowed");return r.is0(B)&&r.is0(R)?_.ZERO:new _(B,R,r.ONE)}static fromBytes(m){
let B=_.fromAffine(E(lt(m,void 0,"point")));return B.assertValidity(),B}static fromHex(m){return _.fromBytes(De(m))}get x(){return this.toAffine().x}get y(){return this.
toAffine().y}precompute(m=6,B=!0){return rt.setWindowSize(this,m),B||this.multiply(An),this}assertValidity(){let m=this;if(m.is0()){if(a&&r.is0(m.X)&&r.eql(m.Y,
r.ONE)&&r.is0(m.Z))return;throw new Error("bad point: ZERO")}if(C.has(m))return;let{x:B,y:R}=m.toAffine();if(!r.isValid(B)||!r.isValid(R))throw new Error("bad p\
oint: x or y not field elements");if(!v(B,R))throw new Error("bad point: equation left != right");if(!m.isTorsionFree())throw new Error("bad point: not in prime\
-order subgroup");C.add(m)}hasEvenY(){let{y:m}=this.toAffine();if(!r.isOdd)throw new Error("Field doesn't support isOdd");return!r.isOdd(m)}equals(m){W(m);let{X:B,
Y:R,Z:I}=this,{X:L,Y:d,Z:b}=m,p=r.eql(r.mul(B,b),r.mul(L,I)),x=r.eql(r.mul(R,b),r.mul(d,I));return p&&x}negate(){return new _(this.X,r.neg(this.Y),this.Z)}double(){
let{X:m,Y:B,Z:R}=this,I=r.ZERO,L=r.ZERO,d=r.ZERO,b=r.mul(m,m),p=r.mul(B,B),x=r.mul(R,R),g=r.mul(m,B);return g=r.add(g,g),d=r.mul(m,R),d=r.add(d,d),I=U(d),L=r.mul(
k,x),L=r.add(I,L),I=r.sub(p,L),L=r.add(p,L),L=r.mul(I,L),I=r.mul(g,I),d=r.mul(k,d),x=U(x),g=r.sub(b,x),g=U(g),g=r.add(g,d),d=r.add(b,b),b=r.add(d,b),b=r.add(b,x),
b=r.mul(b,g),L=r.add(L,b),x=r.mul(B,R),x=r.add(x,x),b=r.mul(x,g),I=r.sub(I,b),d=r.mul(x,p),d=r.add(d,d),d=r.add(d,d),new _(I,L,d)}add(m){W(m);let{X:B,Y:R,Z:I}=this,
{X:L,Y:d,Z:b}=m,p=r.ZERO,x=r.ZERO,g=r.ZERO,S=r.mul(B,L),M=r.mul(R,d),X=r.mul(I,b),st=r.add(B,R),K=r.add(L,d);st=r.mul(st,K),K=r.add(S,M),st=r.sub(st,K),K=r.add(
B,I);let Q=r.add(L,b);return K=r.mul(K,Q),Q=r.add(S,X),K=r.sub(K,Q),Q=r.add(R,I),p=r.add(d,b),Q=r.mul(Q,p),p=r.add(M,X),Q=r.sub(Q,p),g=U(K),p=r.mul(k,X),g=r.add(
p,g),p=r.sub(M,g),g=r.add(M,g),x=r.mul(p,g),M=r.add(S,S),M=r.add(M,S),X=U(X),K=r.mul(k,K),M=r.add(M,X),X=r.sub(S,X),X=U(X),K=r.add(K,X),S=r.mul(M,K),x=r.add(x,S),
S=r.mul(Q,K),p=r.mul(st,p),p=r.sub(p,S),S=r.mul(st,M),g=r.mul(Q,g),g=r.add(g,S),new _(p,x,g)}subtract(m){return W(m),this.add(m.negate())}is0(){return this.equals(
_.ZERO)}multiply(m){if(!o.isValidNot0(m))throw new RangeError("invalid scalar: out of range");let{p:B,f:R}=rt.mulSecret(this,m,i,J);return J([B,R])[0]}multiplyUnsafe(m){
let B=this,R=m;if(!o.isValid(R))throw new RangeError("invalid scalar: out of range");if(R===de||B.is0())return _.ZERO;if(R===Se)return B;if(rt.hasWindowSize(this))
return rt.mulUnsafe(B,R,J);let I=[],L=[];return H(I,L,B,R),Ke(_,I,L)}mulAddUnsafe(m,B,R){W(B);let I=[],L=[];return H(I,L,this,m),H(I,L,B,R),Ke(_,I,L)}toAffine(m){
let B=this,R=m;if(R!=null&&!r.isValid(R))throw new RangeError('"invertedZ" expected valid field element');let{X:I,Y:L,Z:d}=B;if(r.eql(d,r.ONE))return{x:I,y:L};let b=B.
is0();R==null&&(R=b?r.ONE:r.inv(d));let p=r.mul(I,R),x=r.mul(L,R),g=r.mul(d,R);if(b)return{x:r.ZERO,y:r.ZERO};if(!r.eql(g,r.ONE))throw new Error("invZ was inval\
id");return{x:p,y:x}}isTorsionFree(){return i===Se?!0:h?h(_,this):rt.mulUnsafe(this,c).is0()}clearCofactor(){return i===Se?this:l?l(_,this):this.multiplyUnsafe(
i)}isSmallOrder(){return i===Se?this.is0():this.clearCofactor().is0()}toBytes(m=!0){return yt(m,"isCompressed"),this.assertValidity(),y(_,this,m)}toHex(m=!0){return Ce(
this.toBytes(m))}toString(){return`<Point ${this.is0()?"ZERO":this.toHex()}>`}}let J=D=>Xe(_,D),rt=new ae(_,F);return rt.bits>=6&&_.BASE.precompute(6),Object.freeze(
_.prototype),Object.freeze(_),_}function fs(t){return Uint8Array.of(t?2:3)}function as(t,e){return{secretKey:e.BYTES,publicKey:1+t.BYTES,publicKeyUncompressed:1+
2*t.BYTES,publicKeyHasPrefix:!0,signature:2*e.BYTES}}/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */var kt=G;var vn=ke;function us(t,e,n=()=>{}){if(!Array.isArray(t))throw new TypeError(`"${e}" expected array, got type=${typeof t}`);for(let r=0;r<t.length;r++)n(t[r],`${e}\
[${r}]`);return t}function ds(t,e="object"){if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError(e==="object"?"expected valid options object":`\
"${e}" expected object, got type=${typeof t}`);return t}function _n(t,e){if(t=G(t),e=G(e),t.length!==e.length)return!1;let n=0;for(let r=0;r<t.length;r++)n|=t[r]^
e[r];return n===0}function ls(t){if(Jt(t))throw new TypeError('"opts" expected object, got Uint8Array');ds(t,"opts");let e=Object.getPrototypeOf(t);if(e!==null&&e!==Object.prototype)
throw new TypeError('"opts" expected a plain object')}var hs=Object.freeze(["context"]),ps=Object.freeze(["context","extraEntropy"]);function Qe(t,e){ls(t);let n=Object.
assign(Object.create(null),t);for(let[r,o]of Object.entries(n))if(o!==void 0&&!e.includes(r))throw new TypeError('unexpected option "'+String(r)+'"; expected on\
e of: '+e.join(", "));return Object.freeze(n)}function Ln(t,e=hs){let n=Qe(t,e);return n.context!==void 0&&G(n.context,void 0,"opts.context"),n}function Je(t,e=ps){
let n=Qe(t,e);return n.context!==void 0&&G(n.context,void 0,"opts.context"),n.extraEntropy!==!1&&n.extraEntropy!==void 0&&G(n.extraEntropy,void 0,"opts.extraEnt\
ropy"),n}function Re(t,...e){let n=o=>typeof o=="number"?o:o.bytesLen,r=e.reduce((o,s)=>o+n(s),0);return{bytesLen:r,encode:o=>{let s=new Uint8Array(r);for(let i=0,
c=0;i<e.length;i++){let f=e[i],a=n(f),l=typeof f=="number"?o[i]:f.encode(o[i]);G(l,a,t),s.set(l,c),typeof f!="number"&&l.fill(0),c+=a}return s},decode:o=>{G(o,r,
t);let s=[];for(let i of e){let c=n(i),f=o.subarray(0,c);s.push(typeof i=="number"?f:i.decode(f)),o=o.subarray(c)}return s}}}function Vt(t,e){let n=t,r=e*n.bytesLen;
return{bytesLen:r,encode:o=>{let s=us(o,"u");if(s.length!==e)throw new RangeError(`vecCoder.encode: wrong length=${s.length}. Expected: ${e}`);let i=new Uint8Array(
r);for(let c=0,f=0;c<s.length;c++){let a=n.encode(s[c]);i.set(a,f),a.fill(0),f+=a.length}return i},decode:o=>{G(o,r);let s=[];for(let i=0;i<o.length;i+=n.bytesLen)
s.push(n.decode(o.subarray(i,i+n.bytesLen)));return s}}}function ht(...t){for(let e of t)if(Array.isArray(e))for(let n of e)n.fill(0);else e.fill(0)}function Nn(t){
if(dt(t,"bits"),t>32)throw new RangeError('"bits" expected <= 32, got '+t);return t===32?4294967295:~(-1<<t)>>>0}var Zr=Uint8Array.of();function In(t,e=Zr){if(G(
t,void 0,"msg"),G(e,void 0,"ctx"),e.length>255)throw new RangeError("context should be 255 bytes or less");return ne(new Uint8Array([0,e.length]),e,t)}var xs=Uint8Array.
from([6,9,96,134,72,1,101,3,4,2]),ys={"060960864801650304020b":32,"060960864801650304020c":64};function Fn(t,e=0){if(typeof t!="function"||typeof t.create!="fun\
ction")throw new TypeError('"hash" expected hash function, got type='+typeof t);Vn(t),dt(e,"requiredStrength");let n=t.oid;if(G(n,void 0,"hash.oid"),!_n(n.subarray(
0,10),xs))throw new Error('"hash.oid" is invalid: expected NIST hash');let r=ys[ee(n)];if(r!==void 0&&t.outputLen!==r)throw new Error("Pre-hash XOF output lengt\
h must be "+r+" bytes for this OID, got: "+t.outputLen);let o=t.outputLen*8/2;if(e>o)throw new Error("Pre-hash security strength too low: "+o+", required: "+e)}
function Mn(t,e,n=Zr){if(Fn(t),G(e,void 0,"msg"),G(n,void 0,"ctx"),n.length>255)throw new RangeError("context should be 255 bytes or less");let r=t(e);return ne(
new Uint8Array([1,n.length]),n,t.oid,r)}/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */var Yr=t=>{let{newPoly:e,N:n,Q:r,F:o,ROOT_OF_UNITY:s,brvBits:i,isKyber:c}=t,f=(u,y=r)=>{
let E=u%y|0;return(E>=0?E|0:y+E|0)|0},a=(u,y=r)=>{let E=f(u,y)|0;return(E>y>>1?E-y|0:E)|0};function l(){let u=e(n);for(let y=0;y<n;y++){let E=Bn(y,i),k=BigInt(s)**
BigInt(E)%BigInt(r);u[y]=Number(k)|0}return u}let h=l(),w=u=>{throw new Error("not implemented")},O=c?{add:(u,y)=>{let E=u+y|0;return E>=r?E-r|0:E},sub:(u,y)=>{
let E=u-y|0;return E<0?E+r|0:E},mul:(u,y)=>f((u|0)*(y|0))|0,inv:w}:{add:(u,y)=>f((u|0)+(y|0))|0,sub:(u,y)=>f((u|0)-(y|0))|0,mul:(u,y)=>f((u|0)*(y|0))|0,inv:w},F={
N:n,roots:h,invertButterflies:!0,skipStages:c?1:0,brp:!1},T=On(O,{dit:!1,...F}),q=On(O,{dit:!0,...F}),P={encode:u=>T(u),decode:u=>{q(u);for(let y=0;y<u.length;y++)
u[y]=f(o*u[y]);return u}};return{mod:f,smod:a,nttZetas:h,NTT:{encode:u=>P.encode(u),decode:u=>P.decode(u)},bitsCoder:(u,y)=>{for(let U=0,N=0;U<n;U++)N+=u,N>32&&
Nn(N),N%=8;let E=Nn(u),k=u*(n/8);return{bytesLen:k,encode:U=>{let N=U,v=new Uint8Array(k);for(let j=0,z=0,$=0,W=0;j<N.length;j++)for(z|=(y.encode(N[j])&E)<<$,$+=
u;$>=8;$-=8,z>>=8)v[W++]=z&255;return v},decode:U=>{let N=e(n);for(let v=0,j=0,z=0,$=0;v<U.length;v++)for(j|=U[v]<<z,z+=8;z>=u;z-=u,j>>=u)N[$++]=y.decode(j&E);return N}}}}},
zr=t=>(e,n)=>{n||(n=t.blockLen);let r=new Uint8Array(e.length+2);r.set(e);let o=e.length,s=new Uint8Array(n),i=t.create({}),c=0,f=0;return{stats:()=>({calls:c,xofs:f}),
get:(a,l)=>(r[o+0]=a,r[o+1]=l,i.destroy(),i=t.create({}).update(r),c++,()=>(f++,i.xofInto(s))),clean:()=>{i.destroy(),ht(s,r)}}},$r=zr(lr),Xr=zr(xt);/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */var Kr=Object.freeze(["extraEntropy","externalMu"]),bs=Object.freeze(["externalMu"]);
function Pr(t,e){let n=Qe(t,e);return n.externalMu!==void 0&&yt(n.externalMu,"opts.externalMu"),n}var nt=256,Ht=8380417,ms=1753,gs=8347681,Wt=13,kn=Math.floor((Ht-
1)/88)|0,Un=Math.floor((Ht-1)/32)|0,ws=Object.freeze({2:Object.freeze({K:4,L:4,D:Wt,GAMMA1:2**17,GAMMA2:kn,TAU:39,ETA:2,OMEGA:80}),3:Object.freeze({K:6,L:5,D:Wt,
GAMMA1:2**19,GAMMA2:Un,TAU:49,ETA:4,OMEGA:55}),5:Object.freeze({K:8,L:7,D:Wt,GAMMA1:2**19,GAMMA2:Un,TAU:60,ETA:2,OMEGA:75})}),bt=t=>new Int32Array(t),V=Yr({N:nt,
Q:Ht,F:gs,ROOT_OF_UNITY:ms,newPoly:bt,isKyber:!1,brvBits:8}),Gr=t=>t,Ae=(t,e=Gr,n=Gr)=>V.bitsCoder(t,{encode:r=>e(n(r)),decode:r=>n(e(r))}),Ut=(t,e)=>{let n=t,r=e;
for(let o=0;o<n.length;o++)n[o]=V.mod(n[o]+r[o]);return n},Vr=(t,e)=>{let n=t,r=e;for(let o=0;o<n.length;o++)n[o]=V.mod(n[o]-r[o]);return n},Es=t=>{let e=t;for(let n=0;n<
nt;n++)e[n]<<=Wt;return e},ve=(t,e)=>{let n=t;for(let r=0;r<nt;r++)if(Math.abs(V.smod(n[r]))>=e)return!0;return!1},jt=(t,e)=>{let n=t,r=e,o=bt(nt);for(let s=0;s<
n.length;s++)o[s]=V.mod(n[s]*r[s]);return o};function tn(t){let e=t,n=bt(nt);for(let r=0;r<nt;){let o=e();if(o.length%3)throw new Error("RejNTTPoly: unaligned b\
lock");for(let s=0;r<nt&&s<=o.length-3;s+=3){let i=(o[s+0]|o[s+1]<<8|o[s+2]<<16)&8388607;i<Ht&&(n[r++]=i)}}return n}function Bs(t){let e=t,{K:n,L:r,GAMMA1:o,GAMMA2:s,
TAU:i,ETA:c,OMEGA:f}=e,{CRH_BYTES:a,TR_BYTES:l,C_TILDE_BYTES:h,XOF128:w,XOF256:O,securityLevel:F}=e;if(![2,4].includes(c))throw new Error("Wrong ETA");if(![1<<17,
1<<19].includes(o))throw new Error("Wrong GAMMA1");if(![kn,Un].includes(s))throw new Error("Wrong GAMMA2");let T=i*c,q=d=>{let b=V.mod(d),p=V.smod(b,2*s)|0;return b-
p===Ht-1?{r1:0,r0:p-1|0}:{r1:Math.floor((b-p)/(2*s))|0,r0:p}},P=d=>q(d).r1,Y=d=>q(d).r0,u=(d,b)=>d<=s||d>Ht-s||d===Ht-s&&b===0?0:1,y=Math.floor((Ht-1)/(2*s)),E=(d,b)=>{
let{r1:p,r0:x}=q(b);return d===1?x>0?V.mod(p+1,y)|0:V.mod(p-1,y)|0:p|0},k=d=>{let b=V.mod(d),p=V.smod(b,2**Wt)|0;return{r1:Math.floor((b-p)/2**Wt)|0,r0:p}},U={bytesLen:f+
n,encode:d=>{let b=d;if(b===!1)throw new Error("hint.encode: hint is false");let p=new Uint8Array(f+n);for(let x=0,g=0;x<n;x++){for(let S=0;S<nt;S++)b[x][S]!==0&&
(p[g++]=S);p[f+x]=g}return p},decode:d=>{let b=[],p=0;for(let x=0;x<n;x++){let g=bt(nt);if(d[f+x]<p||d[f+x]>f)return!1;for(let S=p;S<d[f+x];S++){if(S>p&&d[S]<=d[S-
1])return!1;g[d[S]]=1}p=d[f+x],b.push(g)}for(let x=p;x<f;x++)if(d[x]!==0)return!1;return b}},N=Ae(c===2?3:4,d=>c-d,d=>{if(!(-c<=d&&d<=c))throw new Error(`malfor\
med key s1/s3 ${d} outside of ETA range [${-c}, ${c}]`);return d}),v=Ae(13,d=>(1<<Wt-1)-d),j=Ae(10),z=Ae(o===1<<17?18:20,d=>V.smod(o-d)),$=Ae(s===kn?6:4),W=Vt($,
n),A=Re("publicKey",32,Vt(j,n)),H=Re("secretKey",32,32,l,Vt(N,r),Vt(N,n),Vt(v,n)),C=Re("signature",h,Vt(z,r),U),_=c===2?d=>d<15?2-d%5:!1:d=>d<9?4-d:!1;function J(d){
let b=d,p=bt(nt);for(let x=0;x<nt;){let g=b();for(let S=0;x<nt&&S<g.length;S+=1){let M=_(g[S]&15),X=_(g[S]>>4&15);M!==!1&&(p[x++]=M),x<nt&&X!==!1&&(p[x++]=X)}}return p}
let rt=d=>{let b=bt(nt),p=xt.create({}).update(d),x=new Uint8Array(xt.blockLen);p.xofInto(x);let g=x.slice(0,8);for(let S=nt-i,M=8,X=0,st=0;S<nt;S++){let K=S+1;
for(;K>S;)K=x[M++],!(M<xt.blockLen)&&(p.xofInto(x),M=0);b[S]=b[K],b[K]=1-((g[X]>>st++&1)<<1),st>=8&&(X++,st=0)}return b},D=d=>{let b=d,p=bt(nt),x=bt(nt);for(let g=0;g<
b.length;g++){let{r0:S,r1:M}=k(b[g]);p[g]=S,x[g]=M}return{r0:p,r1:x}},m=(d,b)=>{let p=d,x=b;for(let g=0;g<nt;g++)p[g]=E(x[g],p[g]);return p},B=(d,b)=>{let p=d,x=b,
g=bt(nt),S=0;for(let M=0;M<nt;M++){let X=u(p[M],x[M]);g[M]=X,S+=X}return{v:g,cnt:S}},R=32,I=Re("seed",32,64,32),L=Object.freeze({info:Object.freeze({type:"inter\
nal-ml-dsa"}),lengths:Object.freeze({secretKey:H.bytesLen,publicKey:A.bytesLen,seed:32,signature:C.bytesLen,signRand:R}),keygen:d=>{let b=new Uint8Array(34),p=d===
void 0;p&&(d=vn(32)),kt(d,32,"seed"),b.set(d),p&&ht(d),b[32]=n,b[33]=r;let[x,g,S]=I.decode(xt(b,{dkLen:I.bytesLen})),M=O(g),X=[];for(let Z=0;Z<r;Z++)X.push(J(M.
get(Z&255,Z>>8&255)));let st=[];for(let Z=r;Z<r+n;Z++)st.push(J(M.get(Z&255,Z>>8&255)));let K=X.map(Z=>V.NTT.encode(Z.slice())),Q=[],pt=[],Bt=w(x),at=bt(nt);for(let Z=0;Z<
n;Z++){ht(at);for(let it=0;it<r;it++){let ut=tn(Bt.get(it,Z));Ut(at,jt(ut,K[it]))}V.NTT.decode(at);let{r0:Ct,r1:tt}=D(Ut(at,st[Z]));Q.push(Ct),pt.push(tt)}let gt=A.
encode([x,pt]),Rt=xt(gt,{dkLen:l}),qt=H.encode([x,S,Rt,X,st,Q]);return Bt.clean(),M.clean(),ht(x,g,S,X,st,K,at,Q,pt,Rt,b),{publicKey:gt,secretKey:qt}},getPublicKey:d=>{
let[b,p,x,g,S,M]=H.decode(d),X=w(b),st=g.map(pt=>V.NTT.encode(pt.slice())),K=[],Q=bt(nt);for(let pt=0;pt<n;pt++){Q.fill(0);for(let at=0;at<r;at++){let gt=tn(X.get(
at,pt));Ut(Q,jt(gt,st[at]))}V.NTT.decode(Q),Ut(Q,S[pt]);let{r1:Bt}=D(Q);K.push(Bt)}return X.clean(),ht(Q,st,M,g,S),A.encode([b,K])},sign:(d,b,p={})=>{p=Je(p,Kr),
p=Pr(p,Kr);let{extraEntropy:x,externalMu:g=!1}=p;g&&kt(d,a,"mu");let S=x===!1||x===void 0,M=x===!1?new Uint8Array(32):x===void 0?vn(R):x;kt(M,32,"extraEntropy");
let X=(()=>{try{return H.decode(b)}catch(tt){throw S&&ht(M),tt}})(),[st,K,Q,pt,Bt,at]=X,gt=[],Rt=w(st);for(let tt=0;tt<n;tt++){let it=[];for(let ut=0;ut<r;ut++)
it.push(tn(Rt.get(ut,tt)));gt.push(it)}Rt.clean();for(let tt=0;tt<r;tt++)V.NTT.encode(pt[tt]);for(let tt=0;tt<n;tt++)V.NTT.encode(Bt[tt]),V.NTT.encode(at[tt]);let qt=g?
d:xt.create({dkLen:a}).update(Q).update(d).digest(),Z=xt.create({dkLen:a}).update(K).update(M).update(qt).digest();S&&ht(M),kt(Z,a);let Ct=O(Z,z.bytesLen);t:for(let tt=0;;){
let it=[];for(let et=0;et<r;et++,tt++)it.push(z.decode(Ct.get(tt&255,tt>>8)()));let ut=it.map(et=>V.NTT.encode(et.slice())),Ot=[];for(let et=0;et<n;et++){let Yt=bt(
nt);for(let Tt=0;Tt<r;Tt++)Ut(Yt,jt(gt[et][Tt],ut[Tt]));V.NTT.decode(Yt),Ot.push(Yt)}let Dt=Ot.map(et=>et.map(P)),Zt=xt.create({dkLen:h}).update(qt).update(W.encode(
Dt)).digest(),At=V.NTT.encode(rt(Zt)),vt=pt.map(et=>jt(et,At));for(let et=0;et<r;et++)if(Ut(V.NTT.decode(vt[et]),it[et]),ve(vt[et],o-T)){ht(Zt,vt,At,Dt,Ot,ut,it);
continue t}let jn=0,Qt=[];for(let et=0;et<n;et++){let Yt=V.NTT.decode(jt(Bt[et],At)),Tt=Vr(Ot[et],Yt).map(Y);if(ve(Tt,s-T)){ht(Zt,vt,At,Dt,Ot,ut,it,Qt,Yt,Tt);continue t}
let en=V.NTT.decode(jt(at[et],At));if(ve(en,s)){ht(Zt,vt,At,Dt,Ot,ut,it,Qt,Yt,Tt,en);continue t}Ut(Tt,en);let Hn=B(Tt,Dt[et]);Qt.push(Hn.v),jn+=Hn.cnt}if(jn>f){
ht(Zt,vt,At,Dt,Ot,ut,it,Qt);continue}Ct.clean();let Wr=C.encode([Zt,vt,Qt]);return ht(Zt,vt,Qt,At,Dt,Ot,ut,it,Z,pt,Bt,at,...gt),g||ht(qt),Wr}throw new Error("Un\
reachable code path reached, report this error")},verify:(d,b,p,x={})=>{x=Pr(x,bs);let{externalMu:g=!1}=x;g&&kt(b,a,"mu");let[S,M]=A.decode(p),X=xt(p,{dkLen:l});
if(d.length!==C.bytesLen)return!1;let[st,K,Q]=C.decode(d);if(Q===!1)return!1;for(let Z=0;Z<r;Z++)if(ve(K[Z],o-T))return!1;let pt=g?b:xt.create({dkLen:a}).update(
X).update(b).digest(),Bt=V.NTT.encode(rt(st)),at=K.map(Z=>Z.slice());for(let Z=0;Z<r;Z++)V.NTT.encode(at[Z]);let gt=[],Rt=w(S);for(let Z=0;Z<n;Z++){let Ct=jt(V.
NTT.encode(Es(M[Z])),Bt),tt=bt(nt);for(let ut=0;ut<r;ut++){let Ot=tn(Rt.get(ut,Z));Ut(tt,jt(Ot,at[ut]))}let it=V.NTT.decode(Vr(tt,Ct));gt.push(m(it,Q[Z]))}Rt.clean();
let qt=xt.create({dkLen:h}).update(pt).update(W.encode(gt)).digest();for(let Z of Q)if(!(Z.reduce((tt,it)=>tt+it,0)<=f))return!1;for(let Z of K)if(ve(Z,o-T))return!1;
return _n(st,qt)}});return Object.freeze({info:Object.freeze({type:"ml-dsa"}),internal:L,securityLevel:F,keygen:L.keygen,lengths:L.lengths,getPublicKey:L.getPublicKey,
sign:(d,b,p={})=>{p=Je(p);let x=In(d,p.context),g=L.sign(x,b,{extraEntropy:p.extraEntropy,externalMu:!1});return ht(x),g},verify:(d,b,p,x={})=>(x=Ln(x),kt(d,void 0,
"signature"),L.verify(d,In(b,x.context),p,{externalMu:!1})),prehash:d=>{Fn(d,F);let b=d;return Object.freeze({info:Object.freeze({type:"hashml-dsa"}),securityLevel:F,
lengths:L.lengths,keygen:L.keygen,getPublicKey:L.getPublicKey,sign:(p,x,g={})=>{g=Je(g);let S=Mn(b,p,g.context),M=L.sign(S,x,{extraEntropy:g.extraEntropy,externalMu:!1});
return ht(S),M},verify:(p,x,g,S={})=>(S=Ln(S),kt(p,void 0,"signature"),L.verify(p,Mn(b,x,S.context),g,{externalMu:!1}))})}})}var Os=Bs({...ws[2],CRH_BYTES:64,TR_BYTES:64,
C_TILDE_BYTES:32,XOF128:$r,XOF256:Xr,securityLevel:128});export{rs as ed25519,So as keccak_256,Os as ml_dsa44,ao as sha256,uo as sha384,je as sha512,cs as weierstrass};
