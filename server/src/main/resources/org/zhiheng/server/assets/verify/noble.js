/*! noble-hashes 2.4.0, noble-curves 2.4.0, noble-post-quantum 0.7.1. MIT License, (c) 2022-2024 Paul Miller, paulmillr.com.
   Bundled, not changed; how, and the licence in full, stands in noble.md beside this file. */
var _e=BigInt(4294967295),Hn=BigInt(32);function Vr(t,e=!1){return e?{h:Number(t&_e),l:Number(t>>Hn&_e)}:{h:Number(t>>Hn&_e)|0,l:Number(t&_e)|0}}function Le(t,e=!1){
let n=t.length,r=new Uint32Array(n),o=new Uint32Array(n);for(let s=0;s<n;s++){let{h:i,l:c}=Vr(t[s],e);[r[s],o[s]]=[i,c]}return[r,o]}var Wr=t=>t/2**32|0,Qr=t=>t>>>0;function qn(t,e,n,r){let o=Wr(n),s=Qr(n);t.setUint32(e,r?s:o,r),t.setUint32(e+4,r?o:s,r)}var Je=(t,e,n)=>t>>>n,tn=(t,e,n)=>t<<32-
n|e>>>n,zt=(t,e,n)=>t>>>n|e<<32-n,$t=(t,e,n)=>t<<32-n|e>>>n,de=(t,e,n)=>t<<64-n|e>>>n-32,le=(t,e,n)=>t>>>n-32|e<<64-n;function St(t,e,n,r){let o=(e>>>0)+(r>>>0);return{h:t+n+(o/2**32|0)|0,l:o|0}}var Cn=(t,e,n)=>(t>>>0)+(e>>>0)+(n>>>0),Dn=(t,e,n,r)=>e+n+r+(t/2**32|0)|0,Zn=(t,e,n,r)=>(t>>>
0)+(e>>>0)+(n>>>0)+(r>>>0),Yn=(t,e,n,r,o)=>e+n+r+o+(t/2**32|0)|0,zn=(t,e,n,r,o)=>(t>>>0)+(e>>>0)+(n>>>0)+(r>>>0)+(o>>>0),$n=(t,e,n,r,o,s)=>e+n+r+o+s+(t/2**32|0)|
0;function Wt(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}var Ne=t=>t?
`"${t}" `:"";function dt(t,e=""){if(typeof t!="number")throw new TypeError(Ne(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(
Ne(e)+"expected integer >= 0, got "+t);return t}function Pn(t,e=""){if(typeof t!="boolean")throw new TypeError(Ne(e)+"expected boolean, got type="+typeof t);return t}
function G(t,e,n=""){if(Wt(t)&&(e===void 0||t.length===e))return t;e!==void 0&&dt(e,"length");let r=Wt(t),o=e!==void 0?` of length ${e}`:"",s=r?`length=${t.length}`:
`type=${typeof t}`,i=Ne(n)+"expected Uint8Array"+o+", got "+s;throw r?new RangeError(i):new TypeError(i)}function Gn(t){if(typeof t!="function"||typeof t.create!="function")throw new TypeError("expected hash wrapped by utils.createHasher");if(dt(t.outputLen),dt(t.blockLen),
t.outputLen<1||t.blockLen<1)throw new Error("hash blockLen / outputLen must be >= 1")}var to=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError(
(e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},Xn=(t,e)=>{to(t,e);let n=Object.getPrototypeOf(t);if(n!==Object.prototype&&n!==null)throw new TypeError(
`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(`"${e}.__proto__" is not allowed`)};function Qt(t,e=!0){if(t.destroyed)throw new Error(
"hash was destroyed");if(e&&t.finished)throw new Error("digest() was already called")}function Ie(t,e){G(t,void 0,"output");let n=e.outputLen;if(!(t.length>=n))
throw new RangeError('"output" expected length >= '+n)}function en(t){return new Uint32Array(t.buffer,t.byteOffset,Math.floor(t.byteLength/4))}function _t(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function Fe(t){
return new DataView(t.buffer,t.byteOffset,t.byteLength)}function wt(t,e){return t<<32-e|t>>>e}var Vn=new Uint8Array(new Uint32Array([287454020]).buffer)[0]===68;function eo(t){return t<<24&4278190080|t<<8&16711680|t>>>8&65280|t>>>24&255}function no(t){for(let e=0;e<t.length;e++)t[e]=eo(t[e]);return t}var nn=Vn?t=>t:no,Wn=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="\
function",ro=Array.from({length:256},(t,e)=>e.toString(16).padStart(2,"0"));function Jt(t){if(G(t),Wn)return t.toHex();let e="";for(let n=0;n<t.length;n++)e+=ro[t[n]];
return e}function Kn(t){return t>=48&&t<=57?t-48:t>=65&&t<=70?t-55:t>=97&&t<=102?t-87:void 0}function Me(t){if(typeof t!="string")throw new TypeError("hex strin\
g expected, got "+typeof t);if(Wn)try{return Uint8Array.fromHex(t)}catch(o){throw o instanceof SyntaxError?new RangeError(o.message):o}let e=t.length,n=e/2;if(e%
2)throw new RangeError("hex string expected, got unpadded hex of length "+e);let r=new Uint8Array(n);for(let o=0,s=0;o<n;o++,s+=2){let i=Kn(t.charCodeAt(s)),c=Kn(
t.charCodeAt(s+1));if(i===void 0||c===void 0){let f=t[s]+t[s+1];throw new RangeError('hex string expected, got non-hex character "'+f+'" at index '+s)}r[o]=i*16+
c}return r}function te(...t){let e=0;for(let r=0;r<t.length;r++){let o=t[r];G(o),e+=o.length}let n=new Uint8Array(e);for(let r=0,o=0;r<t.length;r++){let s=t[r];n.set(s,o),
o+=s.length}return n}function rn(t,e,n="opts"){return Xn(t,"defaults"),e!==void 0&&Xn(e,n),Object.assign(Object.create(null),t,e)}function he(t,e={}){if(typeof t!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof t);e=rn({},e,"info");let n=(o,s)=>t(s).update(o).digest(),r=t(void 0);return n.outputLen=r.outputLen,n.blockLen=
r.blockLen,n.canXOF=r.canXOF,n.create=o=>t(o),Object.assign(n,e),Object.freeze(n)}function ke(t=32){dt(t,"bytesLength");let e=typeof globalThis=="object"?globalThis.
crypto:null;if(typeof e?.getRandomValues!="function")throw new Error("crypto.getRandomValues must be defined");if(t>65536)throw new RangeError(`"bytesLength" ex\
pected <= 65536, got ${t}`);return e.getRandomValues(new Uint8Array(t))}var ee=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])});function Qn(t,e,n){return t&e^~t&n}function Jn(t,e,n){return t&e^t&n^e&n}var pe=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,n,r,o){
this.blockLen=e,this.outputLen=n,this.padOffset=r,this.isLE=o,this.buffer=new Uint8Array(e),this.view=Fe(this.buffer)}update(e){Qt(this),G(e);let{view:n,buffer:r,
blockLen:o}=this,s=e.length,i=!1;for(let c=0;c<s;){let f=Math.min(o-this.pos,s-c);if(f===o){let a=Fe(e);for(;o<=s-c;c+=o)this.process(a,c);i=!0;continue}r.set(c===
0&&f===s?e:e.subarray(c,c+f),this.pos),this.pos+=f,c+=f,this.pos===o&&(this.process(n,0),this.pos=0,i=!0)}return this.length+=e.length,i&&this.roundClean(),this}digestInto(e){
Qt(this),Ie(e,this),this.finished=!0;let{buffer:n,view:r,blockLen:o,isLE:s}=this,{pos:i}=this;n[i++]=128,n.fill(0,i),this.padOffset>o-i&&(this.process(r,0),n.fill(
0)),qn(r,o-8,this.length*8,s),this.process(r,0),this.roundClean();let c=e===n?r:Fe(e),f=this.outputLen,a=f/4,l=this.get();if(f%4||a>l.length)throw new Error("in\
valid outputLen");for(let h=0;h<a;h++)c.setUint32(4*h,l[h],s)}digest(){let{buffer:e,outputLen:n}=this;this.digestInto(e);let r=e.slice(0,n);return this.destroy(),
r}_cloneIntoMeta(e){let{buffer:n,length:r,finished:o,destroyed:s,pos:i}=this;return e.destroyed=s,e.finished=o,e.length=r,e.pos=i,i&&e.buffer.set(n),e}clone(){return this.
_cloneInto()}},tr=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var er=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,
4215389547,1541459225,327033209]);var oo=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),Lt=new Uint32Array(64),on=class extends pe{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,n){super(64,e,
8,!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:e,B:n,C:r,D:o,E:s,F:i,G:c,H:f}=this;
return[e,n,r,o,s,i,c,f]}set(e,n,r,o,s,i,c,f){this.A=e|0,this.B=n|0,this.C=r|0,this.D=o|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=f|0}_cloneInto(e){return(e||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,n){for(let h=0;h<16;h++,n+=4)Lt[h]=e.getUint32(n,!1);for(let h=16;h<64;h++){let w=Lt[h-15],O=Lt[h-
2],F=wt(w,7)^wt(w,18)^w>>>3,T=wt(O,17)^wt(O,19)^O>>>10;Lt[h]=T+Lt[h-7]+F+Lt[h-16]|0}let{A:r,B:o,C:s,D:i,E:c,F:f,G:a,H:l}=this;for(let h=0;h<64;h++){let w=wt(c,6)^
wt(c,11)^wt(c,25),O=l+w+Qn(c,f,a)+oo[h]+Lt[h]|0,T=(wt(r,2)^wt(r,13)^wt(r,22))+Jn(r,o,s)|0;l=a,a=f,f=c,c=i+O|0,i=s,s=o,o=r,r=O+T|0}r=r+this.A|0,o=o+this.B|0,s=s+
this.C|0,i=i+this.D|0,c=c+this.E|0,f=f+this.F|0,a=a+this.G|0,l=l+this.H|0,this.set(r,o,s,i,c,f,a,l)}roundClean(){_t(Lt)}destroy(){this.destroyed=!0,this.set(0,0,
0,0,0,0,0,0),_t(this.buffer)}},sn=class extends on{constructor(){super(32,tr)}};var nr=Le(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0\
xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c7\
1235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0\
a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725",
"0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c\
77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd6\
9906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a6\
3","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befff\
a23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0\
x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c10\
0d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(t=>BigInt(t))),so=nr[0],io=nr[1],Nt=new Uint32Array(80),It=new Uint32Array(
80),cn=class extends pe{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(e,n){super(128,e,16,!1),this.Ah=n[0]|0,this.
Al=n[1]|0,this.Bh=n[2]|0,this.Bl=n[3]|0,this.Ch=n[4]|0,this.Cl=n[5]|0,this.Dh=n[6]|0,this.Dl=n[7]|0,this.Eh=n[8]|0,this.El=n[9]|0,this.Fh=n[10]|0,this.Fl=n[11]|
0,this.Gh=n[12]|0,this.Gl=n[13]|0,this.Hh=n[14]|0,this.Hl=n[15]|0}get(){let{Ah:e,Al:n,Bh:r,Bl:o,Ch:s,Cl:i,Dh:c,Dl:f,Eh:a,El:l,Fh:h,Fl:w,Gh:O,Gl:F,Hh:T,Hl:q}=this;
return[e,n,r,o,s,i,c,f,a,l,h,w,O,F,T,q]}set(e,n,r,o,s,i,c,f,a,l,h,w,O,F,T,q){this.Ah=e|0,this.Al=n|0,this.Bh=r|0,this.Bl=o|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,
this.Dl=f|0,this.Eh=a|0,this.El=l|0,this.Fh=h|0,this.Fl=w|0,this.Gh=O|0,this.Gl=F|0,this.Hh=T|0,this.Hl=q|0}_cloneInto(e){return(e||=new this.constructor).set(...this.
get()),this._cloneIntoMeta(e)}process(e,n){for(let u=0;u<16;u++,n+=4)Nt[u]=e.getUint32(n),It[u]=e.getUint32(n+=4);for(let u=16;u<80;u++){let y=Nt[u-15]|0,E=It[u-
15]|0,k=zt(y,E,1)^zt(y,E,8)^Je(y,E,7),U=$t(y,E,1)^$t(y,E,8)^tn(y,E,7),N=Nt[u-2]|0,v=It[u-2]|0,j=zt(N,v,19)^de(N,v,61)^Je(N,v,6),z=$t(N,v,19)^le(N,v,61)^tn(N,v,6),
$=Zn(U,z,It[u-7],It[u-16]),W=Yn($,k,j,Nt[u-7],Nt[u-16]);Nt[u]=W|0,It[u]=$|0}let{Ah:r,Al:o,Bh:s,Bl:i,Ch:c,Cl:f,Dh:a,Dl:l,Eh:h,El:w,Fh:O,Fl:F,Gh:T,Gl:q,Hh:P,Hl:Y}=this;
for(let u=0;u<80;u++){let y=zt(h,w,14)^zt(h,w,18)^de(h,w,41),E=$t(h,w,14)^$t(h,w,18)^le(h,w,41),k=h&O^~h&T,U=w&F^~w&q,N=zn(Y,E,U,io[u],It[u]),v=$n(N,P,y,k,so[u],
Nt[u]),j=N|0,z=zt(r,o,28)^de(r,o,34)^de(r,o,39),$=$t(r,o,28)^le(r,o,34)^le(r,o,39),W=r&s^r&c^s&c,A=o&i^o&f^i&f;P=T|0,Y=q|0,T=O|0,q=F|0,O=h|0,F=w|0,{h,l:w}=St(a|
0,l|0,v|0,j|0),a=c|0,l=f|0,c=s|0,f=i|0,s=r|0,i=o|0;let H=Cn(j,$,A);r=Dn(H,v,z,W),o=H|0}({h:r,l:o}=St(this.Ah|0,this.Al|0,r|0,o|0)),{h:s,l:i}=St(this.Bh|0,this.Bl|
0,s|0,i|0),{h:c,l:f}=St(this.Ch|0,this.Cl|0,c|0,f|0),{h:a,l}=St(this.Dh|0,this.Dl|0,a|0,l|0),{h,l:w}=St(this.Eh|0,this.El|0,h|0,w|0),{h:O,l:F}=St(this.Fh|0,this.
Fl|0,O|0,F|0),{h:T,l:q}=St(this.Gh|0,this.Gl|0,T|0,q|0),{h:P,l:Y}=St(this.Hh|0,this.Hl|0,P|0,Y|0),this.set(r,o,s,i,c,f,a,l,h,w,O,F,T,q,P,Y)}roundClean(){_t(Nt,It)}destroy(){
this.destroyed=!0,_t(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},fn=class extends cn{constructor(){super(64,er)}};var co=he(()=>new sn,ee(1));var an=he(()=>new fn,ee(3));/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */function xe(t,e,n=()=>{}){if(!Array.isArray(t))throw new TypeError(`"${e}" expected array,\
 got type=${typeof t}`);for(let r=0;r<t.length;r++)n(t[r],`${e}[${r}]`);return t}var lt=(t,e,n)=>G(t,e,n),un=dt;function Ft(t,e="object"){if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError(e==="object"?"expected valid options object":`"${e}" expected ob\
ject, got type=${typeof t}`);return t}function Xt(t,e){if(typeof t!="function")throw new TypeError(`"${e}" is invalid: expected function, got ${typeof t}`);return t}
var je=Jt,ne=(...t)=>te(...t),He=t=>Me(t),re=Wt,ye=t=>ke(t),Ue=BigInt(0),rr=BigInt(1),fo=t=>t?`"${t}" `:"";function xt(t,e=""){if(typeof t!="boolean")throw new TypeError(
fo(e)+"expected boolean, got type="+typeof t);return t}function ao(t){if(typeof t=="bigint"){if(!Mt(t))throw new RangeError("positive bigint expected, got "+t)}else
un(t);return t}function oe(t,e=""){if(typeof t!="number"){let n=e&&`"${e}" `;throw new TypeError(n+"expected number, got type="+typeof t)}if(!Number.isSafeInteger(
t)){let n=e&&`"${e}" `;throw new RangeError(n+"expected safe integer, got "+t)}}function or(t){if(typeof t!="string")throw new TypeError("hex string expected, got "+typeof t);return t===""?Ue:BigInt("0x"+t)}function be(t){return or(Jt(t))}function se(t){
return or(Jt(me(G(t)).reverse()))}function dn(t,e){if(dt(e),e===0)throw new Error("zero output length is invalid");t=ao(t);let n=e*2,r=t.toString(16);if(r.length>
n)throw new RangeError("number is too large");return Me(r.padStart(n,"0"))}function sr(t,e){return dn(t,e).reverse()}function me(t){return Uint8Array.from(lt(t))}function Mt(t){return typeof t=="bigint"&&Ue<=t}function ln(t,e,n){return Mt(t)&&Mt(e)&&Mt(n)&&e<=t&&t<n}function ge(t,e,n,r){if(!ln(e,n,r))throw new RangeError(
"expected valid "+t+": "+n+" <= n < "+r+", got "+e)}function we(t){if(t<Ue)throw new Error("expected non-negative bigint, got "+t);return t===Ue?0:t.toString(2).
length}var qe=t=>(oe(t,"n"),(rr<<BigInt(t))-rr);function mt(t,e={},n={},r="object"){Ft(t,r),Ft(e,"fields"),Ft(n,"optFields");function o(i,c,f){let a=r==="object"?`param "${String(i)}"`:`"${r}.${String(i)}"`,l=t[i];
if(!Object.hasOwn(t,i)&&(f?l!==void 0:c!=="function"))throw new TypeError(`${a} is invalid: expected own property`);if(f&&l===void 0)return;let h=typeof l;if(h!==
c||l===null)throw new TypeError(`${a} is invalid: expected ${c}, got ${h}`)}let s=(i,c)=>Object.entries(i).forEach(([f,a])=>o(f,a,c));s(e,!1),s(n,!0)}/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var ft=BigInt(0),ot=BigInt(1),Kt=BigInt(2),fr=BigInt(3),hn=BigInt(4),ar=BigInt(5),uo=BigInt(
7),ur=BigInt(8),lo=BigInt(9),ho=BigInt(15),dr=BigInt(16),po=BigInt("0x10000000000000000");function ct(t,e){if(e<=ft)throw new Error("mod: expected positive modu\
lus, got "+e);let n=t%e;return n>=ft?n:e+n}function xo(t,e,n){if(n<=ot)throw new Error("pow: expected modulus > 1, got "+n);if(typeof e!="bigint")throw new TypeError(
"invalid exponent: expected bigint, got "+typeof e);if(e<ft)throw new Error("invalid exponent, negatives unsupported");if(e===ft)return ot;if(e===ot)return t;let r=t%
n;if(r<ft&&(r+=n),e<po){let c=ot;for(;e>ft;)e&ot&&(c=c*r%n),r=r*r%n,e>>=ot;return c}let o=[];for(;e>ft;)o.push(Number(e&ho)),e>>=hn;let s=new Array(16);s[0]=ot,
s[1]=r;for(let c=2;c<16;c++)s[c]=s[c-1]*r%n;let i=s[o[o.length-1]];for(let c=o.length-2;c>=0;c--){i=i*i%n,i=i*i%n,i=i*i%n,i=i*i%n;let f=o[c];f!==0&&(i=i*s[f]%n)}
return i}function Et(t,e,n){if(n<=ot)throw new Error("pow2: expected modulus > 1, got "+n);if(e<ft)throw new Error("pow2: expected non-negative exponent, got "+
e);let r=t;for(;e-- >ft;)r*=r,r%=n;return r}function ir(t,e){if(t===ft)throw new Error("invert: expected non-zero number");if(e<=ot)throw new Error("invert: exp\
ected modulus > 1, got "+e);let n=ct(t,e),r=e,o=ft,s=ot;for(;n!==ft;){let c=r/n,f=r-n*c,a=o-s*c;r=n,n=f,o=s,s=a}if(r!==ot)throw new Error("invert: does not exis\
t");return ct(o,e)}function pn(t,e,n){let r=t;if(!r.eql(r.sqr(e),n))throw new Error("Cannot find square root")}function xn(t,e){if((t&ot)===ft)throw new Error(e+": expected odd mo\
dulus, got "+t)}function lr(t,e){let n=t,r=(n.ORDER+ot)/hn,o=n.pow(e,r);return pn(n,o,e),o}function yo(t,e){let n=t,r=(n.ORDER-ar)/ur,o=n.mul(e,Kt),s=n.pow(o,r),
i=n.mul(e,s),c=n.mul(n.mul(i,Kt),s),f=n.mul(i,n.sub(c,n.ONE));return pn(n,f,e),f}function bo(t){let e=Ze(t),n=hr(t),r=n(e,e.neg(e.ONE)),o=n(e,r),s=n(e,e.neg(r)),
i=(t+uo)/dr;return((c,f)=>{let a=c,l=a.pow(f,i),h=a.mul(l,r),w=a.mul(l,o),O=a.mul(l,s),F=a.eql(a.sqr(h),f),T=a.eql(a.sqr(w),f);l=a.cmov(l,h,F),h=a.cmov(O,w,T);let q=a.
eql(a.sqr(h),f),P=a.cmov(l,h,q);return pn(a,P,f),P})}function hr(t){if(t<fr)throw new Error("sqrt is not defined for small field");xn(t,"tonelliShanks");let e=t-
ot,n=0;for(;e%Kt===ft;)e/=Kt,n++;let r=Kt,o=Ze(t);for(;Ee(o,r)===1;)if(r++>1e3)throw new Error("Cannot find square root: probably non-prime P");if(n===1)return lr;
let s=o.pow(r,e),i=(e+ot)/Kt;return function(f,a){let l=f;if(l.is0(a))return a;if(Ee(l,a)!==1)throw new Error("Cannot find square root");let h=n,w=l.mul(l.ONE,s),
O=l.pow(a,e),F=l.pow(a,i);for(;!l.eql(O,l.ONE);){if(l.is0(O))throw new Error("Cannot find square root: probably non-prime P");let T=1,q=l.sqr(O);for(;!l.eql(q,l.
ONE);)if(T++,q=l.sqr(q),T===h)throw new Error("Cannot find square root");let P=ot<<BigInt(h-T-1),Y=l.pow(w,P);h=T,w=l.sqr(Y),O=l.mul(O,w),F=l.mul(F,Y)}return F}}
function mo(t){return xn(t,"Fp.sqrt"),t%hn===fr?lr:t%ur===ar?yo:t%dr===lo?bo(t):hr(t)}var pr=(t,e)=>(ct(t,e)&ot)===ot,go=["create","isValid","is0","neg","inv","\
sqrt","sqr","eql","add","sub","mul","pow","div","addN","subN","mulN","sqrN"];function ie(t){if(Ft(t,"field"),typeof t.ORDER!="bigint")throw new TypeError('param\
 "ORDER" is invalid: expected bigint, got '+typeof t.ORDER);oe(t.BYTES,"BYTES"),oe(t.BITS,"BITS");for(let e of go)Xt(t[e],"field."+e);if(t.BYTES<1||t.BITS<1)throw new Error(
"invalid field: expected BYTES/BITS > 0");if(t.ORDER<=ot)throw new Error("invalid field: expected ORDER > 1, got "+t.ORDER);return t}function De(t,e,n=!1){ie(t),xe(e,"nums"),xt(n,"passZero");let r=t,o=new Array(e.length).fill(n?r.ZERO:void 0),s=e.reduce((c,f,a)=>r.is0(f)?c:(o[a]=c,r.mul(c,f)),
r.ONE),i=r.inv(s);return e.reduceRight((c,f,a)=>r.is0(f)?c:(o[a]=r.mul(c,o[a]),r.mul(c,f)),i),o}function Ee(t,e){ie(t);let n=t;xn(n.ORDER,"FpLegendre");let r=(n.ORDER-ot)/Kt,o=n.pow(e,r),s=n.eql(o,n.ONE),i=n.eql(o,n.ZERO),c=n.eql(o,n.neg(n.ONE));if(!s&&!i&&
!c)throw new Error("invalid Legendre symbol result");return s?1:i?0:-1}function wo(t,e){if(e!==void 0&&un(e),t<=ft)throw new Error("invalid n length: expected positive n, got "+t);if(e!==void 0&&e<1)throw new Error("invalid n lengt\
h: expected positive bit length, got "+e);let n=we(t);if(e!==void 0&&e<n)throw new Error(`invalid n length: expected nBitLength (${e}) >= bitLen(n) (${n})`);let r=e!==
void 0?e:n,o=Math.ceil(r/8);return{nBitLength:r,nByteLength:o}}var cr=new WeakMap,Ce=class{ORDER;BITS;BYTES;isLE;ZERO=ft;ONE=ot;_lengths;_mod;constructor(e,n={}){
if(e<=ot)throw new Error("invalid field: expected ORDER > 1, got "+e);let r;this.isLE=!1,n!=null&&typeof n=="object"&&(typeof n.BITS=="number"&&(r=n.BITS),typeof n.
sqrt=="function"&&Object.defineProperty(this,"sqrt",{value:n.sqrt,enumerable:!0}),typeof n.isLE=="boolean"&&(this.isLE=n.isLE),n.allowedLengths&&(this._lengths=
Object.freeze(n.allowedLengths.slice())),typeof n.modFromBytes=="boolean"&&(this._mod=n.modFromBytes));let{nBitLength:o,nByteLength:s}=wo(e,r);if(s>2048)throw new Error(
"invalid field: expected ORDER of <= 2048 bytes");this.ORDER=e,this.BITS=o,this.BYTES=s,Object.freeze(this)}create(e){return ct(e,this.ORDER)}isValid(e){if(typeof e!=
"bigint")throw new TypeError("invalid field element: expected bigint, got "+typeof e);return ft<=e&&e<this.ORDER}is0(e){return e===ft}isValidNot0(e){return!this.
is0(e)&&this.isValid(e)}isOdd(e){return(e&ot)===ot}neg(e){return ct(-e,this.ORDER)}eql(e,n){return e===n}sqr(e){return ct(e*e,this.ORDER)}add(e,n){return ct(e+n,
this.ORDER)}sub(e,n){return ct(e-n,this.ORDER)}mul(e,n){return ct(e*n,this.ORDER)}pow(e,n){return xo(e,n,this.ORDER)}div(e,n){return ct(e*ir(n,this.ORDER),this.
ORDER)}sqrN(e){return e*e}addN(e,n){return e+n}subN(e,n){return e-n}mulN(e,n){return e*n}inv(e){return ir(e,this.ORDER)}sqrt(e){let n=cr.get(this);return n||cr.
set(this,n=mo(this.ORDER)),n(this,e)}toBytes(e){return this.isLE?sr(e,this.BYTES):dn(e,this.BYTES)}fromBytes(e,n=!1){lt(e);let{_lengths:r,BYTES:o,isLE:s,ORDER:i,
_mod:c}=this;if(r){if(e.length<1||!r.includes(e.length)||e.length>o)throw new Error("Field.fromBytes: expected "+r+" bytes, got "+e.length);let a=new Uint8Array(
o);a.set(e,s?0:a.length-e.length),e=a}if(e.length!==o)throw new Error("Field.fromBytes: expected "+o+" bytes, got "+e.length);let f=s?se(e):be(e);if(c&&(f=ct(f,
i)),!n&&!this.isValid(f))throw new Error("invalid field element: outside of range 0..ORDER");return f}invertBatch(e){return De(this,e,!0)}cmov(e,n,r){return xt(
r,"condition"),r?n:e}};function Ze(t,e={}){return Object.freeze(Ce.prototype),new Ce(t,e)}/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var mn=BigInt(0),Be=BigInt(1),Eo=BigInt(4),yn=16,xr=128,Bo=5,yr=2**31;function fe(t){let e=t;
if(typeof e!="function")throw new TypeError('"Point" expected constructor, got type='+typeof t);Xt(e.fromAffine,"Point.fromAffine"),Xt(e.fromBytes,"Point.fromBy\
tes"),Xt(e.fromHex,"Point.fromHex"),Ft(e.BASE,"Point.BASE"),Ft(e.ZERO,"Point.ZERO"),ie(e.Fp),ie(e.Fn)}function Ye(t,e){fe(t),gr(e,t);let n=De(t.Fp,e.map(r=>r.Z));
return e.map((r,o)=>t.fromAffine(r.toAffine(n[o])))}function Oo(t,e,n=1){if(!Number.isSafeInteger(t)||t<n||t>e)throw new Error("invalid window size, expected ["+
n+".."+e+"], got W="+t)}function To(t,e){let n=t*(4*e+128);if(n>yr)throw new Error("invalid window size: table would need ~"+Math.ceil(n/2**20)+" MiB, max "+yr/
2**20+" MiB")}function mr(t,e){if(t!==void 0){Xt(t,"randomBytes");try{let n=t(e);if(!re(n)||n.length!==e)return}catch{return}return t}}function gr(t,e){xe(t,"po\
ints"),t.forEach((n,r)=>{if(!(n instanceof e))throw new Error("invalid point at index "+r)})}function So(t,e,n){if(!Array.isArray(t))throw new Error("array of s\
calars expected");t.forEach((r,o)=>{if(!(n===void 0?e.isValid(r):Mt(r)&&r<n))throw new Error("invalid scalar at index "+o)})}var wr=new WeakMap;function bn(t){return wr.
get(t)||1}function Ro(t,e){let n=t.double(),r=[t];for(let o=1;o<e;o++)r.push(r[o-1].add(n));return r}function Ao(t,e){let n=2**e,r=n/2,o=BigInt(n-1),s=[];for(;t>
mn;){let i=0;t&Be&&(i=Number(t&o),i>=r&&(i-=n),t-=BigInt(i)),s.push(i),t>>=Be}return s}function vo(t,e,n){let r=2**e,o=r/2,s=BigInt(r-1),i=BigInt(e),c=[];for(let f=0;f<
n;f++){let a=Number(t&s);t>>=i,a>o&&(a-=r,t+=Be),c.push(a)}if(t!==mn)throw new Error("invalid wnaf");return c}function _o(t,e,n){let r=0;for(let s of n)r=Math.max(
r,s.length);let o=t;for(let s=r-1;s>=0;s--){s!==r-1&&(o=o.double());for(let i=0;i<n.length;i++){let c=n[i][s];if(c){let f=e[i][Math.abs(c)-1>>1];o=o.add(c<0?f.negate():
f)}}}return o}var ce=class{Point;BASE;ZERO;randomBytes;wnafPrecomputes=new WeakMap;baseCanBeBlinded;bits;constructor(e,n){fe(e),this.randomBytes=mr(n,yn),this.Point=
e,this.BASE=e.BASE,this.ZERO=e.ZERO,this.bits=e.Fn.BITS}buildWnafTable(e,n,r){let o=Math.ceil(r/n)+1,s=2**(n-1),i=[],c=e;for(let f=0;f<o;f++){let a=c;for(let l=0;l<
s;l++)i.push(a),a=a.add(c);c=i[i.length-1].double()}return{W:n,bits:r,windows:o,comp:i}}wnafCachedCT(e,n){let{W:r,windows:o,comp:s}=e,i=2**(r-1),c=vo(n,r,o),f=this.
ZERO,a=this.BASE;for(let l=0;l<o;l++){let h=c[l],w=l*i,O=Math.abs(h)-1,F=s[w];for(let q=1;q<i;q++)F=q===O?s[w+q]:F;let T=F.negate();h===0?a=a.add(s[w]):f=f.add(
h<0?T:F)}return{p:f,f:a}}getWnafPrecomputes(e,n,r,o){let s=this.wnafPrecomputes.get(n),i=s?.find(c=>c.W===e&&c.bits===r);return i||(i=this.buildWnafTable(n,e,r),
typeof o=="function"&&(i={...i,comp:o(i.comp)}),s||(s=[],this.wnafPrecomputes.set(n,s)),s.push(i)),i}assertPoint(e){if(!(e instanceof this.Point))throw new TypeError(
'"point" expected Point instance, got type='+typeof e)}validateMulInput(e,n){if(this.assertPoint(e),!ln(n,Be,this.Point.Fn.ORDER))throw new Error("invalid scala\
r")}runCT(e,n,r,o){let s=bn(e);return s===1?this.fixedWindowCT(e,n,r):this.wnafCachedCT(this.getWnafPrecomputes(s,e,r,o),n)}mulCT(e,n,r){return this.validateMulInput(
e,n),this.runCT(e,n,this.bits,r)}mulCTBlinded(e,n,r){if(this.validateMulInput(e,n),this.randomBytes===void 0)throw new Error("randomBytes is required for scalar\
 blinding");let o=this.Point.Fn.BITS+xr,s=this.randomBytes(yn);if(!re(s)||s.length!==yn)throw new Error("randomBytes returned invalid byte array");s[0]=s[0]&63|
128;let i=n+be(s)*this.Point.Fn.ORDER;return this.runCT(e,i,o,r)}fixedWindowCT(e,n,r){let o=Bo,s=1<<o,i=qe(o),c=new Array(s);c[0]=this.ZERO;for(let l=1;l<s;l++)
c[l]=c[l-1].add(e);let f=Math.ceil(r/o),a=this.ZERO;for(let l=f-1;l>=0;l--){if(l!==f-1)for(let O=0;O<o;O++)a=a.double();let h=Number(n>>BigInt(l*o)&i),w=c[0];for(let O=1;O<
s;O++)w=O===h?c[O]:w;a=a.add(w)}return{p:a,f:a}}shouldBlind(e,n){return this.randomBytes===void 0?!1:n===Be?!0:e!==this.BASE?!1:(this.baseCanBeBlinded===void 0&&
(this.baseCanBeBlinded=this.mulUnsafe(this.BASE,this.Point.Fn.ORDER).is0()),this.baseCanBeBlinded)}mulSecret(e,n,r,o){return this.shouldBlind(e,r)?this.mulCTBlinded(
e,n,o):this.mulCT(e,n,o)}mulUnsafe(e,n,r){if(this.assertPoint(e),!Mt(n))throw new Error("invalid scalar");let o=bn(e);if(o===1||n>=this.Point.Fn.ORDER)return ze(
this.Point,[e],[n],!0);let s=this.getWnafPrecomputes(o,e,this.bits,r);return this.wnafCachedCT(s,n).p}setWindowSize(e,n){this.assertPoint(e),Oo(n,this.bits);let r=Math.
ceil((this.bits+xr)/n)+1;To(r*2**(n-1),this.Point.Fp.BYTES),wr.set(e,n),this.wnafPrecomputes.delete(e)}hasWindowSize(e){return bn(e)!==1}};function ze(t,e,n,r=!1){
if(fe(t),gr(e,t),xt(r,"allowOversized"),So(n,t.Fn,r?t.Fn.ORDER**Eo:void 0),e.length!==n.length)throw new Error("arrays of points and scalars must have equal len\
gth");let o=e.map(i=>Ro(i,4)),s=n.map(i=>Ao(i,4));return _o(t.ZERO,o,s)}function br(t,e,n){if(e){if(e.ORDER!==t)throw new Error("Field.ORDER must match order: Fp == p, Fn == n");return ie(e),e}else return Ze(t,{isLE:n})}function $e(t,e,n={},r){
if(t!=="weierstrass"&&t!=="edwards")throw new Error('expected curve type "weierstrass" or "edwards"');if(r===void 0&&(r=t==="edwards"),!e||typeof e!="object")throw new Error(
`expected valid ${t} CURVE object`);mt(n);for(let f of["p","n","h"]){let a=e[f];if(!(Mt(a)&&a!==mn))throw new Error(`CURVE.${f} must be positive bigint`)}let o=br(
e.p,n.Fp,r),s=br(e.n,n.Fn,r),c=["Gx","Gy","a",t==="weierstrass"?"b":"d"];for(let f of c)if(!o.isValid(e[f]))throw new Error(`CURVE.${f} must be valid field elem\
ent of CURVE.Fp`);return e=Object.freeze(Object.assign({},e)),{CURVE:e,Fp:o,Fn:s}}function gn(t,e){return function(r){let o=t(r);return{secretKey:o,publicKey:e(
o)}}}/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var Xe=BigInt(0),Ke=BigInt(1),Pe=BigInt(2),Lo=BigInt(4),Er=BigInt(8);function No(t,e,n,r){
let o=t.sqr(n),s=t.sqr(r),i=t.add(t.mul(e.a,o),s),c=t.add(t.ONE,t.mul(e.d,t.mul(o,s)));return t.eql(i,c)}function Br(t,e={}){mt(e,{},{},"extraOpts");let n=e,r=$e(
"edwards",t,n,n.FpFnLE),{Fp:o,Fn:s}=r,i=r.CURVE,{h:c}=i;if(Ee(o,i.a)!==1)throw new Error("edwards: CURVE.a must be a square in Fp for complete addition formulas");
if(Ee(o,i.d)!==-1)throw new Error("edwards: CURVE.d must be a non-square in Fp for complete addition formulas");mt(n,{},{uvRatio:"function",randomBytes:"functio\
n"});let f=n.randomBytes===void 0?ye:n.randomBytes,a=Pe<<BigInt(o.BYTES*8)-Ke;function l(Y){if(!o.isOdd)throw new Error("Field does not have .isOdd()");return o.
isOdd(Y)}let h=n.uvRatio===void 0?(Y,u)=>{try{return{isValid:!0,value:o.sqrt(o.div(Y,u))}}catch{return{isValid:!1,value:Xe}}}:n.uvRatio;if(!No(o,i,i.Gx,i.Gy))throw new Error(
"bad curve params: generator point");let w=o.eql(i.a,o.neg(o.ONE))?Y=>o.neg(Y):o.eql(i.a,o.ONE)?Y=>Y:Y=>o.mul(i.a,Y);function O(Y,u,y=!1){let E=y?Ke:Xe;return ge(
"coordinate "+Y,u,E,a),u}function F(Y){if(!(Y instanceof T))throw new Error("EdwardsPoint expected")}class T{static BASE=new T(i.Gx,i.Gy,o.ONE,o.mul(i.Gx,i.Gy));static ZERO=new T(
o.ZERO,o.ONE,o.ONE,o.ZERO);static Fp=o;static Fn=s;X;Y;Z;T;constructor(u,y,E,k){this.X=O("x",u),this.Y=O("y",y),this.Z=O("z",E,!0),this.T=O("t",k),Object.freeze(
this)}static CURVE(){return i}static fromAffine(u){if(u instanceof T)throw new Error("extended point not allowed");let{x:y,y:E}=u||{};return O("x",y),O("y",E),new T(
y,E,o.ONE,o.mul(y,E))}static fromBytes(u,y=!1){let E=o.BYTES,{a:k,d:U}=i;u=me(lt(u,E,"point")),xt(y,"zip215");let N=me(u),v=u[E-1];N[E-1]=v&-129;let j=se(N),z=y?
a:o.ORDER;ge("point.y",j,Xe,z);let $=o.sqr(j),W=o.sub($,o.ONE),A=o.sub(o.mulN(U,$),k),{isValid:H,value:C}=h(W,A);if(!H)throw new Error("bad point: invalid y coo\
rdinate");let _=l(C),J=(v&128)!==0;if(!y&&o.is0(C)&&J)throw new Error("bad point: x=0 and x_0=1");return J!==_&&(C=o.neg(C)),T.fromAffine({x:C,y:j})}static fromHex(u,y=!1){
return T.fromBytes(He(u),y)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}precompute(u=6,y=!0){return P.setWindowSize(this,u),y||this.multiply(
Pe),this}assertValidity(){let u=this,{a:y,d:E}=i;if(u.is0())throw new Error("bad point: ZERO");let{X:k,Y:U,Z:N,T:v}=u,j=o.sqr(k),z=o.sqr(U),$=o.sqr(N),W=o.sqr($),
A=o.mul(j,y),H=o.mul(o.add(A,z),$),C=o.add(W,o.mul(E,o.mul(j,z)));if(!o.eql(H,C))throw new Error("bad point: equation left != right (1)");let _=o.mul(k,U),J=o.mul(
N,v);if(!o.eql(_,J))throw new Error("bad point: equation left != right (2)")}equals(u){F(u);let{X:y,Y:E,Z:k}=this,{X:U,Y:N,Z:v}=u,j=o.mul(y,v),z=o.mul(U,k),$=o.
mul(E,v),W=o.mul(N,k);return o.eql(j,z)&&o.eql($,W)}is0(){return this.equals(T.ZERO)}negate(){return new T(o.neg(this.X),this.Y,this.Z,o.neg(this.T))}double(){let{
X:u,Y:y,Z:E}=this,k=o.sqr(u),U=o.sqr(y),N=o.mul(o.sqr(E),Pe),v=w(k),j=o.addN(u,y),z=o.sub(o.subN(o.sqr(j),k),U),$=o.addN(v,U),W=o.subN($,N),A=o.subN(v,U),H=o.mul(
z,W),C=o.mul($,A),_=o.mul(z,A),J=o.mul(W,$);return new T(H,C,J,_)}add(u){F(u);let{d:y}=i,{X:E,Y:k,Z:U,T:N}=this,{X:v,Y:j,Z:z,T:$}=u,W=o.mul(E,v),A=o.mul(k,j),H=o.
mul(o.mulN(N,y),$),C=o.mul(U,z),_=o.sub(o.subN(o.mulN(o.addN(E,k),o.addN(v,j)),W),A),J=o.subN(C,H),rt=o.addN(C,H),D=o.sub(A,w(W)),m=o.mul(_,J),B=o.mul(rt,D),R=o.
mul(_,D),I=o.mul(J,rt);return new T(m,B,I,R)}subtract(u){return F(u),this.add(u.negate())}multiply(u){if(!s.isValidNot0(u))throw new RangeError("invalid scalar:\
 expected 1 <= sc < curve.n");let{p:y,f:E}=P.mulSecret(this,u,c,q);return q([y,E])[0]}multiplyUnsafe(u){if(!s.isValid(u))throw new RangeError("invalid scalar: e\
xpected 0 <= sc < curve.n");return u===Xe?T.ZERO:this.is0()||u===Ke?this:P.mulUnsafe(this,u,q)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){
return P.mulUnsafe(this,i.n).is0()}toAffine(u){let y=this,E=u;if(E!=null&&typeof E!="bigint")throw new TypeError('"invertedZ" expected bigint, got type='+typeof E);
let{X:k,Y:U,Z:N}=y,v=y.is0();E==null&&(E=v?o.create(Er):o.inv(N));let j=o.mul(k,E),z=o.mul(U,E),$=o.mul(N,E);if(v)return{x:o.ZERO,y:o.ONE};if(!o.eql($,o.ONE))throw new Error(
"invZ was invalid");return{x:j,y:z}}clearCofactor(){return c===Ke?this:c===Pe?this.double():c===Lo?this.double().double():c===Er?this.double().double().double():
this.multiplyUnsafe(c)}toBytes(){let{x:u,y}=this.toAffine(),E=o.toBytes(y);return E[E.length-1]|=l(u)?128:0,E}toHex(){return je(this.toBytes())}toString(){return`\
<Point ${this.is0()?"ZERO":this.toHex()}>`}}let q=Y=>Ye(T,Y),P=new ce(T,f);return P.bits>=6&&T.BASE.precompute(6),Object.freeze(T.prototype),Object.freeze(T),T}function Or(t,e,n={}){if(fe(t),typeof e!="function")throw new Error('"hash" function param is required');let r=e,o=n;mt(o,{},{adjustScalarBytes:"function",randomBytes:"\
function",domain:"function",prehash:"function",zip215:"boolean",mapToCurve:"function",toMontgomery:"function",toMontgomerySecret:"function"});let{prehash:s}=o,{
BASE:i,Fp:c,Fn:f}=t,a=r.outputLen,l=2*c.BYTES;if(a!==void 0&&(oe(a,"hash.outputLen"),a!==l))throw new Error(`hash.outputLen must be ${l}, got ${a}`);let h=o.randomBytes===
void 0?ye:o.randomBytes,w=o.toMontgomery,O=o.toMontgomerySecret,F=o.adjustScalarBytes===void 0?A=>A:o.adjustScalarBytes,T=o.domain===void 0?(A,H,C)=>{if(xt(C,"p\
hflag"),H.length||C)throw new Error("Contexts/pre-hash are not supported");return A}:o.domain;function q(A){return f.create(se(A))}function P(A){let H=v.secretKey;
lt(A,v.secretKey,"secretKey");let C=lt(r(A),2*H,"hashedSecretKey"),_=F(C.slice(0,H)),J=C.slice(H,2*H),rt=q(_);return{head:_,prefix:J,scalar:rt}}function Y(A){let{
head:H,prefix:C,scalar:_}=P(A),J=i.multiply(_),rt=J.toBytes();return{head:H,prefix:C,scalar:_,point:J,pointBytes:rt}}function u(A){return Y(A).pointBytes}function y(A=Uint8Array.
of(),...H){let C=ne(...H);return q(r(T(C,lt(A,void 0,"context"),!!s)))}function E(A,H,C={}){mt(C,{},{},"options"),A=me(lt(A,void 0,"message")),s&&(A=s(A));let{prefix:_,
scalar:J,pointBytes:rt}=Y(H),D=y(C.context,_,A),m=i.multiply(D).toBytes(),B=y(C.context,m,rt,A),R=f.create(D+B*J);if(!f.isValid(R))throw new Error("sign failed:\
 invalid s");let I=ne(m,f.toBytes(R));return lt(I,v.signature,"result")}let k={zip215:o.zip215};function U(A,H,C,_=k){mt(_);let{context:J}=_,rt=_.zip215===void 0?
!!k.zip215:_.zip215,D=v.signature;A=lt(A,D,"signature"),H=lt(H,void 0,"message"),C=lt(C,v.publicKey,"publicKey"),rt!==void 0&&xt(rt,"zip215"),s&&(H=s(H));let m=D/
2,B=A.subarray(0,m),R=se(A.subarray(m,D)),I,L,d;try{I=t.fromBytes(C,rt),L=t.fromBytes(B,rt),d=i.multiplyUnsafe(R)}catch{return!1}if(!rt&&I.isSmallOrder())return!1;
let b=y(J,B,C,H);return L.add(I.multiplyUnsafe(b)).subtract(d).clearCofactor().is0()}let N=c.BYTES,v={secretKey:N,publicKey:N,signature:2*N,seed:N};function j(A){
return A=A===void 0?h(v.seed):A,lt(A,v.seed,"seed")}function z(A){return re(A)&&A.length===v.secretKey}function $(A,H){try{return!!t.fromBytes(A,H===void 0?k.zip215:
H)}catch{return!1}}let W={getExtendedPublicKey:Y,randomSecretKey:j,isValidSecretKey:z,isValidPublicKey:$,toMontgomery(A){if(w===void 0)throw new Error("Montgome\
ry conversion is not supported for this curve");return w(t.fromBytes(A))},toMontgomerySecret(A){if(O===void 0)throw new Error("Montgomery conversion is not supp\
orted for this curve");return O(A)}};return Object.freeze(v),Object.freeze(W),Object.freeze({keygen:gn(j,u),getPublicKey:u,sign:E,verify:U,utils:W,Point:t,lengths:v})}function Oe(t,e="n"){if(typeof t!="number")throw new TypeError(`wrong u32 integer "${e}": expected number, got type=${typeof t}`);if(!Number.isSafeInteger(t)||t<
0||t>4294967295)throw new RangeError(`wrong u32 integer "${e}": expected 0..4294967295, got ${t}`);return t}function Sr(t){return Oe(t,"x"),(t&t-1)===0&&t!==0}function wn(t,e){if(Oe(t),typeof e!="number")throw new TypeError('"bits" expected number, got type='+typeof e);if(!Number.isSafeInteger(e)||e<0||e>32)throw new Error(
`expected integer 0 <= bits <= 32, got ${e}`);let n=0;for(let r=0;r<e;r++,t>>>=1)n=n<<1|t&1;return n>>>0}function Rr(t){return Oe(t),31-Math.clz32(t)}function Tr(t){
if(!t||typeof t!="object"||typeof t.length!="number")throw new TypeError('"values" expected array-like, got type='+typeof t);let e=t.length;if(!Sr(e))throw new Error(
"expected positive power-of-two length, got "+e);let n=Rr(e);for(let r=0;r<e;r++){let o=wn(r,n);if(r<o){let s=t[r];t[r]=t[o],t[o]=s}}return t}var En=(t,e)=>{mt(e,{N:"number",roots:"object",dit:"boolean"},{invertButterflies:"boolean",skipStages:"number",brp:"boolean"},"coreOpts");let{N:n,roots:r,dit:o,
invertButterflies:s=!1,skipStages:i=0,brp:c=!0}=e;Oe(n,"coreOpts.N");let f=Rr(n);if(!Sr(n))throw new Error("FFT: Polynomial size should be power of two");Oe(i,"\
coreOpts.skipStages");let a=f===0?0:f-1;if(i>a)throw new Error(`FFT: wrong skipStages: expected 0 <= skipStages <= ${a}`);if(r.length!==n)throw new Error(`FFT: \
wrong roots length: expected ${n}, got ${r.length}`);let l=o!==s;return h=>{if(h.length!==n)throw new Error("FFT: wrong Polynomial length");o&&c&&Tr(h);for(let w=0,
O=1;w<f-i;w++){let F=o?w+1+i:f-w,T=1<<F,q=T>>1,P=n>>F;for(let Y=0;Y<n;Y+=T)for(let u=0,y=O++;u<q;u++){let E=s?o?n-y:y:u*P,k=Y+u,U=Y+u+q,N=r[E],v=h[U],j=h[k];if(l){
let z=t.mul(v,N);h[k]=t.add(j,z),h[U]=t.sub(j,z)}else s?(h[k]=t.add(v,j),h[U]=t.mul(t.sub(v,j),N)):(h[k]=t.add(j,v),h[U]=t.mul(t.sub(j,v),N))}}return!o&&c&&Tr(h),
h}};/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var Bn=BigInt(1),Ar=BigInt(2);var Io=BigInt(5),Fo=BigInt(8),On=BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed"),Mo={p:On,n:BigInt("0x10000000000000000000000000000\
00014def9dea2f79cd65812631a5cf5d3ed"),h:Fo,a:BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"),d:BigInt("0x52036cee2b6ffe738cc7407977\
79e89800700a4d4141d8ab75eb4dca135978a3"),Gx:BigInt("0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"),Gy:BigInt("0x66666666666666666666666666\
66666666666666666666666666666666666658")};function ko(t){let e=BigInt(10),n=BigInt(20),r=BigInt(40),o=BigInt(80),s=On,c=t*t%s*t%s,f=Et(c,Ar,s)*c%s,a=Et(f,Bn,s)*
t%s,l=Et(a,Io,s)*a%s,h=Et(l,e,s)*l%s,w=Et(h,n,s)*h%s,O=Et(w,r,s)*w%s,F=Et(O,o,s)*O%s,T=Et(F,o,s)*O%s,q=Et(T,e,s)*l%s;return{pow_p_5_8:Et(q,Ar,s)*t%s,b2:c}}function Lr(t){
return t[0]&=248,t[31]&=127,t[31]|=64,t}var vr=BigInt("19681161376707505956807079304988542015446066515923890162744021073123829784752");function Uo(t,e){let n=On,
r=ct(e*e*e,n),o=ct(r*r*e,n),s=ko(t*o).pow_p_5_8,i=ct(t*r*s,n),c=ct(e*i*i,n),f=i,a=ct(i*vr,n),l=c===t,h=c===ct(-t,n),w=c===ct(-t*vr,n);return l&&(i=f),(h||w)&&(i=
a),pr(i,n)&&(i=ct(-i,n)),{isValid:l||h,value:i}}var Tn=Br(Mo,{uvRatio:Uo}),_r=Tn.Fp;function jo(t){let{y:e}=t;return _r.toBytes(_r.div(Bn+e,Bn-e))}function Ho(t){
let e=Tn.Fp.BYTES;return G(t,e),Lr(an(t.subarray(0,e))).subarray(0,e)}function qo(t){return Or(Tn,an,Object.assign({adjustScalarBytes:Lr,toMontgomery:jo,toMontgomerySecret:Ho,zip215:!0},t))}var Co=qo({});/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */var Nr=(t,e)=>(t+(t>=0?e:-e)/Zo)/e;function Do(t,e,n){ge("scalar",t,ae,n);let[[r,o],[s,i]]=e,
c=Nr(i*t,n),f=Nr(-o*t,n),a=t-c*r-f*s,l=-c*o-f*i,h=a<ae,w=l<ae;h&&(a=-a),w&&(l=-l);let O=qe(Math.ceil(we(n)/2))+Te;if(a<ae||a>=O||l<ae||l>=O)throw new Error("spl\
itScalar (endomorphism): failed for k");return{k1neg:h,k1:a,k2neg:w,k2:l}}var ae=BigInt(0),Te=BigInt(1),Zo=BigInt(2),Sn=BigInt(3),Yo=BigInt(4);function zo(t,e={}){let n=$e("weierstrass",t,e),r=n.Fp,o=n.Fn,s=n.CURVE,{h:i,n:c}=s;mt(e,{},
{allowInfinityPoint:"boolean",clearCofactor:"function",isTorsionFree:"function",fromBytes:"function",toBytes:"function",endo:"object",randomBytes:"function"});let{
endo:f,allowInfinityPoint:a,clearCofactor:l,isTorsionFree:h,fromBytes:w,toBytes:O}=e,F=e.randomBytes===void 0?ye:e.randomBytes;if(f&&(!r.is0(s.a)||typeof f.beta!=
"bigint"||!Array.isArray(f.basises)))throw new Error('invalid endo: expected "beta": bigint and "basises": array');let T=f?{beta:f.beta,basises:f.basises.map(D=>[
...D])}:void 0,q=Xo(r,o);function P(){if(!r.isOdd)throw new Error("compression is not supported: Field does not have .isOdd()")}function Y(D,m,B){if(m.is0()){if(!a)
throw new Error("bad point: ZERO");return Uint8Array.of(0)}let{x:R,y:I}=m.toAffine(),L=r.toBytes(R);if(xt(B,"isCompressed"),B){P();let d=!r.isOdd(I);return ne($o(
d),L)}else return ne(Uint8Array.of(4),L,r.toBytes(I))}function u(D){lt(D,void 0,"Point");let{publicKey:m,publicKeyUncompressed:B}=q,R=D.length,I=D[0],L=D.subarray(
1);if(a&&R===1&&I===0)return{x:r.ZERO,y:r.ZERO};if(R===m&&(I===2||I===3)){let d=r.fromBytes(L);if(!r.isValid(d))throw new Error("bad point: is not on curve, wro\
ng x");let b=N(d),p;try{p=r.sqrt(b)}catch(S){let M=S instanceof Error?": "+S.message:"";throw new Error("bad point: is not on curve, sqrt error"+M)}P();let x=r.
isOdd(p);return(I&1)===1!==x&&(p=r.neg(p)),{x:d,y:p}}else if(R===B&&I===4){let d=r.BYTES,b=r.fromBytes(L.subarray(0,d)),p=r.fromBytes(L.subarray(d,d*2));if(!v(b,
p))throw new Error("bad point: is not on curve");return{x:b,y:p}}else throw new Error(`bad point: got length ${R}, expected compressed=${m} or uncompressed=${B}`)}
let y=O===void 0?Y:O,E=w===void 0?u:w,k=r.mul(s.b,Sn),U=r.is0(s.a)?D=>r.ZERO:D=>r.mul(s.a,D);function N(D){let m=r.sqr(D),B=r.mul(m,D);return r.add(r.add(B,r.mul(
D,s.a)),s.b)}function v(D,m){let B=r.sqr(m),R=N(D);return r.eql(B,R)}if(!v(s.Gx,s.Gy))throw new Error("bad curve params: generator point");let j=r.mul(r.pow(s.a,
Sn),Yo),z=r.mul(r.sqr(s.b),BigInt(27));if(r.is0(r.add(j,z)))throw new Error("bad curve params: a or b");function $(D,m,B=!1){if(!r.isValid(m)||B&&r.is0(m))throw new Error(
`bad point coordinate ${D}`);return typeof m=="object"&&m!==null?r.create(m):m}function W(D){if(!(D instanceof _))throw new Error("Weierstrass Point expected")}
function A(D){if(!T||!T.basises)throw new Error("no endo");return Do(D,T.basises,o.ORDER)}function H(D,m,B,R){if(!o.isValid(R))throw new RangeError("invalid sca\
lar: out of range");if(T){let{k1neg:I,k1:L,k2neg:d,k2:b}=A(R),p=new _(r.mul(B.X,T.beta),B.Y,B.Z);D.push(I?B.negate():B,d?p.negate():p),m.push(L,b)}else D.push(B),
m.push(R)}let C=new WeakSet;class _{static BASE=new _(s.Gx,s.Gy,r.ONE);static ZERO=new _(r.ZERO,r.ONE,r.ZERO);static Fp=r;static Fn=o;X;Y;Z;constructor(m,B,R){this.
X=$("x",m),this.Y=$("y",B,!0),this.Z=$("z",R),Object.freeze(this)}static CURVE(){return s}static fromAffine(m){let{x:B,y:R}=m||{};if(!m||!r.isValid(B)||!r.isValid(
R))throw new Error("invalid affine point");if(m instanceof _)throw new Error("projective point not allowed");return r.is0(B)&&r.is0(R)?_.ZERO:new _(B,R,r.ONE)}static fromBytes(m){
let B=_.fromAffine(E(lt(m,void 0,"point")));return B.assertValidity(),B}static fromHex(m){return _.fromBytes(He(m))}get x(){return this.toAffine().x}get y(){return this.
toAffine().y}precompute(m=6,B=!0){return rt.setWindowSize(this,m),B||this.multiply(Sn),this}assertValidity(){let m=this;if(m.is0()){if(a&&r.is0(m.X)&&r.eql(m.Y,
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
let B=this,R=m;if(!o.isValid(R))throw new RangeError("invalid scalar: out of range");if(R===ae||B.is0())return _.ZERO;if(R===Te)return B;if(rt.hasWindowSize(this))
return rt.mulUnsafe(B,R,J);let I=[],L=[];return H(I,L,B,R),ze(_,I,L)}mulAddUnsafe(m,B,R){W(B);let I=[],L=[];return H(I,L,this,m),H(I,L,B,R),ze(_,I,L)}toAffine(m){
let B=this,R=m;if(R!=null&&!r.isValid(R))throw new RangeError('"invertedZ" expected valid field element');let{X:I,Y:L,Z:d}=B;if(r.eql(d,r.ONE))return{x:I,y:L};let b=B.
is0();R==null&&(R=b?r.ONE:r.inv(d));let p=r.mul(I,R),x=r.mul(L,R),g=r.mul(d,R);if(b)return{x:r.ZERO,y:r.ZERO};if(!r.eql(g,r.ONE))throw new Error("invZ was inval\
id");return{x:p,y:x}}isTorsionFree(){return i===Te?!0:h?h(_,this):rt.mulUnsafe(this,c).is0()}clearCofactor(){return i===Te?this:l?l(_,this):this.multiplyUnsafe(
i)}isSmallOrder(){return i===Te?this.is0():this.clearCofactor().is0()}toBytes(m=!0){return xt(m,"isCompressed"),this.assertValidity(),y(_,this,m)}toHex(m=!0){return je(
this.toBytes(m))}toString(){return`<Point ${this.is0()?"ZERO":this.toHex()}>`}}let J=D=>Ye(_,D),rt=new ce(_,F);return rt.bits>=6&&_.BASE.precompute(6),Object.freeze(
_.prototype),Object.freeze(_),_}function $o(t){return Uint8Array.of(t?2:3)}function Xo(t,e){return{secretKey:e.BYTES,publicKey:1+t.BYTES,publicKeyUncompressed:1+
2*t.BYTES,publicKeyHasPrefix:!0,signature:2*e.BYTES}}var Ko=BigInt(0),Se=BigInt(1),Po=BigInt(2),Go=BigInt(7),Vo=BigInt(256),Wo=BigInt(113),Mr=[],kr=[],Ur=[];for(let t=0,e=Se,n=1,r=0;t<24;t++){[n,r]=[r,(2*n+3*r)%5],
Mr.push(2*(5*r+n)),kr.push((t+1)*(t+2)/2%64);let o=Ko;for(let s=0;s<7;s++)e=(e<<Se^(e>>Go)*Wo)%Vo,e&Po&&(o^=Se<<(Se<<BigInt(s))-Se);Ur.push(o)}var jr=Le(Ur,!0),
Qo=jr[0],Jo=jr[1],ts=(t,e,n)=>t<<n|e>>>32-n,es=(t,e,n)=>e<<n|t>>>32-n,ns=(t,e,n)=>e<<n-32|t>>>64-n,rs=(t,e,n)=>t<<n-32|e>>>64-n,Ir=(t,e,n)=>n>32?ns(t,e,n):ts(t,
e,n),Fr=(t,e,n)=>n>32?rs(t,e,n):es(t,e,n),ue=new Uint32Array(10);function os(t,e=24){if(!(t instanceof Uint32Array))throw new TypeError('"s" expected Uint32Arra\
y(50), got type='+typeof t);if(t.length!==50)throw new RangeError('"s" expected Uint32Array(50), got length='+t.length);if(dt(e,"rounds"),e<1||e>24)throw new Error(
'"rounds" expected integer 1..24');for(let n=24-e;n<24;n++){for(let s=0;s<10;s++)ue[s]=t[s]^t[s+10]^t[s+20]^t[s+30]^t[s+40];for(let s=0;s<10;s+=2){let i=(s+8)%10,
c=(s+2)%10,f=ue[c],a=ue[c+1],l=Ir(f,a,1)^ue[i],h=Fr(f,a,1)^ue[i+1];for(let w=0;w<50;w+=10)t[s+w]^=l,t[s+w+1]^=h}let r=t[2],o=t[3];for(let s=0;s<24;s++){let i=kr[s],
c=Ir(r,o,i),f=Fr(r,o,i),a=Mr[s];r=t[a],o=t[a+1],t[a]=c,t[a+1]=f}for(let s=0;s<50;s+=10){let i=t[s],c=t[s+1],f=t[s+2],a=t[s+3];t[s]^=~t[s+2]&t[s+4],t[s+1]^=~t[s+
3]&t[s+5],t[s+2]^=~t[s+4]&t[s+6],t[s+3]^=~t[s+5]&t[s+7],t[s+4]^=~t[s+6]&t[s+8],t[s+5]^=~t[s+7]&t[s+9],t[s+6]^=~t[s+8]&i,t[s+7]^=~t[s+9]&c,t[s+8]^=~i&f,t[s+9]^=~c&
a}t[0]^=Qo[n],t[1]^=Jo[n]}_t(ue)}var Rn=class t{state;pos=0;posOut=0;finished=!1;state32;destroyed=!1;blockLen;suffix;outputLen;canXOF;enableXOF=!1;rounds;constructor(e,n,r,o=!1,s=24){
if(dt(e,"blockLen"),dt(n,"suffix"),dt(s,"rounds"),Pn(o,"enableXOF"),this.blockLen=e,this.suffix=n,this.outputLen=r,this.enableXOF=o,this.canXOF=o,this.rounds=s,
dt(r,"outputLen"),!(0<e&&e<200))throw new Error('"blockLen" must be 1..199');this.state=new Uint8Array(200),this.state32=en(this.state)}clone(){return this._cloneInto()}keccak(){
nn(this.state32),os(this.state32,this.rounds),nn(this.state32),this.posOut=0,this.pos=0}update(e){Qt(this),G(e);let{blockLen:n,state:r,state32:o}=this,s=e.length,
i=n%4===0&&e.byteOffset%4===0,c=n/4,f=i&&s>=n?en(e):void 0;for(let a=0;a<s;){if(f!==void 0&&this.pos===0&&a%4===0&&s-a>=n){for(let h=0,w=a/4;h<c;h++)o[h]^=f[w+h];
a+=n,this.pos=n,this.keccak();continue}let l=Math.min(n-this.pos,s-a);for(let h=0;h<l;h++)r[this.pos++]^=e[a++];this.pos===n&&this.keccak()}return this}finish(){
if(this.finished)return;this.finished=!0;let{state:e,suffix:n,pos:r,blockLen:o}=this;e[r]^=n,(n&128)!==0&&r===o-1&&this.keccak(),e[o-1]^=128,this.keccak()}writeInto(e){
Qt(this,!1),G(e),this.finish();let n=this.state,{blockLen:r}=this;for(let o=0,s=e.length;o<s;){this.posOut>=r&&this.keccak();let i=Math.min(r-this.posOut,s-o);e.
set(n.subarray(this.posOut,this.posOut+i),o),this.posOut+=i,o+=i}return e}xofInto(e){if(!this.enableXOF)throw new Error("XOF is not enabled");return this.writeInto(
e)}xof(e){return dt(e),this.xofInto(new Uint8Array(e))}digestInto(e){if(Ie(e,this),this.finished)throw new Error("digest() was already called");this.writeInto(e.
length===this.outputLen?e:e.subarray(0,this.outputLen)),this.destroy()}digest(){let e=new Uint8Array(this.outputLen);return this.digestInto(e),e}destroy(){this.
destroyed=!0,_t(this.state)}_cloneInto(e){let{blockLen:n,suffix:r,outputLen:o,rounds:s,enableXOF:i}=this;return e||=new t(n,r,o,i,s),e.blockLen=n,e.state32.set(
this.state32),e.pos=this.pos,e.posOut=this.posOut,e.finished=this.finished,e.rounds=s,e.suffix=r,e.outputLen=o,e.enableXOF=i,e.canXOF=this.canXOF,e.destroyed=this.
destroyed,e}};var Hr=(t,e,n,r={})=>he((o={})=>(o=rn({},o),new Rn(e,t,o.dkLen===void 0?n:o.dkLen,!0)),r),qr=Hr(31,168,16,ee(11)),yt=Hr(31,136,32,ee(12));/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */var kt=G;var An=ke;function ss(t,e,n=()=>{}){if(!Array.isArray(t))throw new TypeError(`"${e}" expected array, got type=${typeof t}`);for(let r=0;r<t.length;r++)n(t[r],`${e}\
[${r}]`);return t}function is(t,e="object"){if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError(e==="object"?"expected valid options object":`\
"${e}" expected object, got type=${typeof t}`);return t}function vn(t,e){if(t=G(t),e=G(e),t.length!==e.length)return!1;let n=0;for(let r=0;r<t.length;r++)n|=t[r]^
e[r];return n===0}function cs(t){if(Wt(t))throw new TypeError('"opts" expected object, got Uint8Array');is(t,"opts");let e=Object.getPrototypeOf(t);if(e!==null&&e!==Object.prototype)
throw new TypeError('"opts" expected a plain object')}var fs=Object.freeze(["context"]),as=Object.freeze(["context","extraEntropy"]);function Ge(t,e){cs(t);let n=Object.
assign(Object.create(null),t);for(let[r,o]of Object.entries(n))if(o!==void 0&&!e.includes(r))throw new TypeError('unexpected option "'+String(r)+'"; expected on\
e of: '+e.join(", "));return Object.freeze(n)}function _n(t,e=fs){let n=Ge(t,e);return n.context!==void 0&&G(n.context,void 0,"opts.context"),n}function Ve(t,e=as){
let n=Ge(t,e);return n.context!==void 0&&G(n.context,void 0,"opts.context"),n.extraEntropy!==!1&&n.extraEntropy!==void 0&&G(n.extraEntropy,void 0,"opts.extraEnt\
ropy"),n}function Re(t,...e){let n=o=>typeof o=="number"?o:o.bytesLen,r=e.reduce((o,s)=>o+n(s),0);return{bytesLen:r,encode:o=>{let s=new Uint8Array(r);for(let i=0,
c=0;i<e.length;i++){let f=e[i],a=n(f),l=typeof f=="number"?o[i]:f.encode(o[i]);G(l,a,t),s.set(l,c),typeof f!="number"&&l.fill(0),c+=a}return s},decode:o=>{G(o,r,
t);let s=[];for(let i of e){let c=n(i),f=o.subarray(0,c);s.push(typeof i=="number"?f:i.decode(f)),o=o.subarray(c)}return s}}}function Pt(t,e){let n=t,r=e*n.bytesLen;
return{bytesLen:r,encode:o=>{let s=ss(o,"u");if(s.length!==e)throw new RangeError(`vecCoder.encode: wrong length=${s.length}. Expected: ${e}`);let i=new Uint8Array(
r);for(let c=0,f=0;c<s.length;c++){let a=n.encode(s[c]);i.set(a,f),a.fill(0),f+=a.length}return i},decode:o=>{G(o,r);let s=[];for(let i=0;i<o.length;i+=n.bytesLen)
s.push(n.decode(o.subarray(i,i+n.bytesLen)));return s}}}function ht(...t){for(let e of t)if(Array.isArray(e))for(let n of e)n.fill(0);else e.fill(0)}function Ln(t){
if(dt(t,"bits"),t>32)throw new RangeError('"bits" expected <= 32, got '+t);return t===32?4294967295:~(-1<<t)>>>0}var Cr=Uint8Array.of();function Nn(t,e=Cr){if(G(
t,void 0,"msg"),G(e,void 0,"ctx"),e.length>255)throw new RangeError("context should be 255 bytes or less");return te(new Uint8Array([0,e.length]),e,t)}var us=Uint8Array.
from([6,9,96,134,72,1,101,3,4,2]),ds={"060960864801650304020b":32,"060960864801650304020c":64};function In(t,e=0){if(typeof t!="function"||typeof t.create!="fun\
ction")throw new TypeError('"hash" expected hash function, got type='+typeof t);Gn(t),dt(e,"requiredStrength");let n=t.oid;if(G(n,void 0,"hash.oid"),!vn(n.subarray(
0,10),us))throw new Error('"hash.oid" is invalid: expected NIST hash');let r=ds[Jt(n)];if(r!==void 0&&t.outputLen!==r)throw new Error("Pre-hash XOF output lengt\
h must be "+r+" bytes for this OID, got: "+t.outputLen);let o=t.outputLen*8/2;if(e>o)throw new Error("Pre-hash security strength too low: "+o+", required: "+e)}
function Fn(t,e,n=Cr){if(In(t),G(e,void 0,"msg"),G(n,void 0,"ctx"),n.length>255)throw new RangeError("context should be 255 bytes or less");let r=t(e);return te(
new Uint8Array([1,n.length]),n,t.oid,r)}/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */var Dr=t=>{let{newPoly:e,N:n,Q:r,F:o,ROOT_OF_UNITY:s,brvBits:i,isKyber:c}=t,f=(u,y=r)=>{
let E=u%y|0;return(E>=0?E|0:y+E|0)|0},a=(u,y=r)=>{let E=f(u,y)|0;return(E>y>>1?E-y|0:E)|0};function l(){let u=e(n);for(let y=0;y<n;y++){let E=wn(y,i),k=BigInt(s)**
BigInt(E)%BigInt(r);u[y]=Number(k)|0}return u}let h=l(),w=u=>{throw new Error("not implemented")},O=c?{add:(u,y)=>{let E=u+y|0;return E>=r?E-r|0:E},sub:(u,y)=>{
let E=u-y|0;return E<0?E+r|0:E},mul:(u,y)=>f((u|0)*(y|0))|0,inv:w}:{add:(u,y)=>f((u|0)+(y|0))|0,sub:(u,y)=>f((u|0)-(y|0))|0,mul:(u,y)=>f((u|0)*(y|0))|0,inv:w},F={
N:n,roots:h,invertButterflies:!0,skipStages:c?1:0,brp:!1},T=En(O,{dit:!1,...F}),q=En(O,{dit:!0,...F}),P={encode:u=>T(u),decode:u=>{q(u);for(let y=0;y<u.length;y++)
u[y]=f(o*u[y]);return u}};return{mod:f,smod:a,nttZetas:h,NTT:{encode:u=>P.encode(u),decode:u=>P.decode(u)},bitsCoder:(u,y)=>{for(let U=0,N=0;U<n;U++)N+=u,N>32&&
Ln(N),N%=8;let E=Ln(u),k=u*(n/8);return{bytesLen:k,encode:U=>{let N=U,v=new Uint8Array(k);for(let j=0,z=0,$=0,W=0;j<N.length;j++)for(z|=(y.encode(N[j])&E)<<$,$+=
u;$>=8;$-=8,z>>=8)v[W++]=z&255;return v},decode:U=>{let N=e(n);for(let v=0,j=0,z=0,$=0;v<U.length;v++)for(j|=U[v]<<z,z+=8;z>=u;z-=u,j>>=u)N[$++]=y.decode(j&E);return N}}}}},
Zr=t=>(e,n)=>{n||(n=t.blockLen);let r=new Uint8Array(e.length+2);r.set(e);let o=e.length,s=new Uint8Array(n),i=t.create({}),c=0,f=0;return{stats:()=>({calls:c,xofs:f}),
get:(a,l)=>(r[o+0]=a,r[o+1]=l,i.destroy(),i=t.create({}).update(r),c++,()=>(f++,i.xofInto(s))),clean:()=>{i.destroy(),ht(s,r)}}},Yr=Zr(qr),zr=Zr(yt);/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */var $r=Object.freeze(["extraEntropy","externalMu"]),ls=Object.freeze(["externalMu"]);
function Xr(t,e){let n=Ge(t,e);return n.externalMu!==void 0&&xt(n.externalMu,"opts.externalMu"),n}var nt=256,Ht=8380417,hs=1753,ps=8347681,Gt=13,Mn=Math.floor((Ht-
1)/88)|0,kn=Math.floor((Ht-1)/32)|0,xs=Object.freeze({2:Object.freeze({K:4,L:4,D:Gt,GAMMA1:2**17,GAMMA2:Mn,TAU:39,ETA:2,OMEGA:80}),3:Object.freeze({K:6,L:5,D:Gt,
GAMMA1:2**19,GAMMA2:kn,TAU:49,ETA:4,OMEGA:55}),5:Object.freeze({K:8,L:7,D:Gt,GAMMA1:2**19,GAMMA2:kn,TAU:60,ETA:2,OMEGA:75})}),bt=t=>new Int32Array(t),V=Dr({N:nt,
Q:Ht,F:ps,ROOT_OF_UNITY:hs,newPoly:bt,isKyber:!1,brvBits:8}),Kr=t=>t,Ae=(t,e=Kr,n=Kr)=>V.bitsCoder(t,{encode:r=>e(n(r)),decode:r=>n(e(r))}),Ut=(t,e)=>{let n=t,r=e;
for(let o=0;o<n.length;o++)n[o]=V.mod(n[o]+r[o]);return n},Pr=(t,e)=>{let n=t,r=e;for(let o=0;o<n.length;o++)n[o]=V.mod(n[o]-r[o]);return n},ys=t=>{let e=t;for(let n=0;n<
nt;n++)e[n]<<=Gt;return e},ve=(t,e)=>{let n=t;for(let r=0;r<nt;r++)if(Math.abs(V.smod(n[r]))>=e)return!0;return!1},jt=(t,e)=>{let n=t,r=e,o=bt(nt);for(let s=0;s<
n.length;s++)o[s]=V.mod(n[s]*r[s]);return o};function We(t){let e=t,n=bt(nt);for(let r=0;r<nt;){let o=e();if(o.length%3)throw new Error("RejNTTPoly: unaligned b\
lock");for(let s=0;r<nt&&s<=o.length-3;s+=3){let i=(o[s+0]|o[s+1]<<8|o[s+2]<<16)&8388607;i<Ht&&(n[r++]=i)}}return n}function bs(t){let e=t,{K:n,L:r,GAMMA1:o,GAMMA2:s,
TAU:i,ETA:c,OMEGA:f}=e,{CRH_BYTES:a,TR_BYTES:l,C_TILDE_BYTES:h,XOF128:w,XOF256:O,securityLevel:F}=e;if(![2,4].includes(c))throw new Error("Wrong ETA");if(![1<<17,
1<<19].includes(o))throw new Error("Wrong GAMMA1");if(![Mn,kn].includes(s))throw new Error("Wrong GAMMA2");let T=i*c,q=d=>{let b=V.mod(d),p=V.smod(b,2*s)|0;return b-
p===Ht-1?{r1:0,r0:p-1|0}:{r1:Math.floor((b-p)/(2*s))|0,r0:p}},P=d=>q(d).r1,Y=d=>q(d).r0,u=(d,b)=>d<=s||d>Ht-s||d===Ht-s&&b===0?0:1,y=Math.floor((Ht-1)/(2*s)),E=(d,b)=>{
let{r1:p,r0:x}=q(b);return d===1?x>0?V.mod(p+1,y)|0:V.mod(p-1,y)|0:p|0},k=d=>{let b=V.mod(d),p=V.smod(b,2**Gt)|0;return{r1:Math.floor((b-p)/2**Gt)|0,r0:p}},U={bytesLen:f+
n,encode:d=>{let b=d;if(b===!1)throw new Error("hint.encode: hint is false");let p=new Uint8Array(f+n);for(let x=0,g=0;x<n;x++){for(let S=0;S<nt;S++)b[x][S]!==0&&
(p[g++]=S);p[f+x]=g}return p},decode:d=>{let b=[],p=0;for(let x=0;x<n;x++){let g=bt(nt);if(d[f+x]<p||d[f+x]>f)return!1;for(let S=p;S<d[f+x];S++){if(S>p&&d[S]<=d[S-
1])return!1;g[d[S]]=1}p=d[f+x],b.push(g)}for(let x=p;x<f;x++)if(d[x]!==0)return!1;return b}},N=Ae(c===2?3:4,d=>c-d,d=>{if(!(-c<=d&&d<=c))throw new Error(`malfor\
med key s1/s3 ${d} outside of ETA range [${-c}, ${c}]`);return d}),v=Ae(13,d=>(1<<Gt-1)-d),j=Ae(10),z=Ae(o===1<<17?18:20,d=>V.smod(o-d)),$=Ae(s===Mn?6:4),W=Pt($,
n),A=Re("publicKey",32,Pt(j,n)),H=Re("secretKey",32,32,l,Pt(N,r),Pt(N,n),Pt(v,n)),C=Re("signature",h,Pt(z,r),U),_=c===2?d=>d<15?2-d%5:!1:d=>d<9?4-d:!1;function J(d){
let b=d,p=bt(nt);for(let x=0;x<nt;){let g=b();for(let S=0;x<nt&&S<g.length;S+=1){let M=_(g[S]&15),X=_(g[S]>>4&15);M!==!1&&(p[x++]=M),x<nt&&X!==!1&&(p[x++]=X)}}return p}
let rt=d=>{let b=bt(nt),p=yt.create({}).update(d),x=new Uint8Array(yt.blockLen);p.xofInto(x);let g=x.slice(0,8);for(let S=nt-i,M=8,X=0,st=0;S<nt;S++){let K=S+1;
for(;K>S;)K=x[M++],!(M<yt.blockLen)&&(p.xofInto(x),M=0);b[S]=b[K],b[K]=1-((g[X]>>st++&1)<<1),st>=8&&(X++,st=0)}return b},D=d=>{let b=d,p=bt(nt),x=bt(nt);for(let g=0;g<
b.length;g++){let{r0:S,r1:M}=k(b[g]);p[g]=S,x[g]=M}return{r0:p,r1:x}},m=(d,b)=>{let p=d,x=b;for(let g=0;g<nt;g++)p[g]=E(x[g],p[g]);return p},B=(d,b)=>{let p=d,x=b,
g=bt(nt),S=0;for(let M=0;M<nt;M++){let X=u(p[M],x[M]);g[M]=X,S+=X}return{v:g,cnt:S}},R=32,I=Re("seed",32,64,32),L=Object.freeze({info:Object.freeze({type:"inter\
nal-ml-dsa"}),lengths:Object.freeze({secretKey:H.bytesLen,publicKey:A.bytesLen,seed:32,signature:C.bytesLen,signRand:R}),keygen:d=>{let b=new Uint8Array(34),p=d===
void 0;p&&(d=An(32)),kt(d,32,"seed"),b.set(d),p&&ht(d),b[32]=n,b[33]=r;let[x,g,S]=I.decode(yt(b,{dkLen:I.bytesLen})),M=O(g),X=[];for(let Z=0;Z<r;Z++)X.push(J(M.
get(Z&255,Z>>8&255)));let st=[];for(let Z=r;Z<r+n;Z++)st.push(J(M.get(Z&255,Z>>8&255)));let K=X.map(Z=>V.NTT.encode(Z.slice())),Q=[],pt=[],Bt=w(x),at=bt(nt);for(let Z=0;Z<
n;Z++){ht(at);for(let it=0;it<r;it++){let ut=We(Bt.get(it,Z));Ut(at,jt(ut,K[it]))}V.NTT.decode(at);let{r0:Ct,r1:tt}=D(Ut(at,st[Z]));Q.push(Ct),pt.push(tt)}let gt=A.
encode([x,pt]),Rt=yt(gt,{dkLen:l}),qt=H.encode([x,S,Rt,X,st,Q]);return Bt.clean(),M.clean(),ht(x,g,S,X,st,K,at,Q,pt,Rt,b),{publicKey:gt,secretKey:qt}},getPublicKey:d=>{
let[b,p,x,g,S,M]=H.decode(d),X=w(b),st=g.map(pt=>V.NTT.encode(pt.slice())),K=[],Q=bt(nt);for(let pt=0;pt<n;pt++){Q.fill(0);for(let at=0;at<r;at++){let gt=We(X.get(
at,pt));Ut(Q,jt(gt,st[at]))}V.NTT.decode(Q),Ut(Q,S[pt]);let{r1:Bt}=D(Q);K.push(Bt)}return X.clean(),ht(Q,st,M,g,S),A.encode([b,K])},sign:(d,b,p={})=>{p=Ve(p,$r),
p=Xr(p,$r);let{extraEntropy:x,externalMu:g=!1}=p;g&&kt(d,a,"mu");let S=x===!1||x===void 0,M=x===!1?new Uint8Array(32):x===void 0?An(R):x;kt(M,32,"extraEntropy");
let X=(()=>{try{return H.decode(b)}catch(tt){throw S&&ht(M),tt}})(),[st,K,Q,pt,Bt,at]=X,gt=[],Rt=w(st);for(let tt=0;tt<n;tt++){let it=[];for(let ut=0;ut<r;ut++)
it.push(We(Rt.get(ut,tt)));gt.push(it)}Rt.clean();for(let tt=0;tt<r;tt++)V.NTT.encode(pt[tt]);for(let tt=0;tt<n;tt++)V.NTT.encode(Bt[tt]),V.NTT.encode(at[tt]);let qt=g?
d:yt.create({dkLen:a}).update(Q).update(d).digest(),Z=yt.create({dkLen:a}).update(K).update(M).update(qt).digest();S&&ht(M),kt(Z,a);let Ct=O(Z,z.bytesLen);t:for(let tt=0;;){
let it=[];for(let et=0;et<r;et++,tt++)it.push(z.decode(Ct.get(tt&255,tt>>8)()));let ut=it.map(et=>V.NTT.encode(et.slice())),Ot=[];for(let et=0;et<n;et++){let Yt=bt(
nt);for(let Tt=0;Tt<r;Tt++)Ut(Yt,jt(gt[et][Tt],ut[Tt]));V.NTT.decode(Yt),Ot.push(Yt)}let Dt=Ot.map(et=>et.map(P)),Zt=yt.create({dkLen:h}).update(qt).update(W.encode(
Dt)).digest(),At=V.NTT.encode(rt(Zt)),vt=pt.map(et=>jt(et,At));for(let et=0;et<r;et++)if(Ut(V.NTT.decode(vt[et]),it[et]),ve(vt[et],o-T)){ht(Zt,vt,At,Dt,Ot,ut,it);
continue t}let Un=0,Vt=[];for(let et=0;et<n;et++){let Yt=V.NTT.decode(jt(Bt[et],At)),Tt=Pr(Ot[et],Yt).map(Y);if(ve(Tt,s-T)){ht(Zt,vt,At,Dt,Ot,ut,it,Vt,Yt,Tt);continue t}
let Qe=V.NTT.decode(jt(at[et],At));if(ve(Qe,s)){ht(Zt,vt,At,Dt,Ot,ut,it,Vt,Yt,Tt,Qe);continue t}Ut(Tt,Qe);let jn=B(Tt,Dt[et]);Vt.push(jn.v),Un+=jn.cnt}if(Un>f){
ht(Zt,vt,At,Dt,Ot,ut,it,Vt);continue}Ct.clean();let Gr=C.encode([Zt,vt,Vt]);return ht(Zt,vt,Vt,At,Dt,Ot,ut,it,Z,pt,Bt,at,...gt),g||ht(qt),Gr}throw new Error("Un\
reachable code path reached, report this error")},verify:(d,b,p,x={})=>{x=Xr(x,ls);let{externalMu:g=!1}=x;g&&kt(b,a,"mu");let[S,M]=A.decode(p),X=yt(p,{dkLen:l});
if(d.length!==C.bytesLen)return!1;let[st,K,Q]=C.decode(d);if(Q===!1)return!1;for(let Z=0;Z<r;Z++)if(ve(K[Z],o-T))return!1;let pt=g?b:yt.create({dkLen:a}).update(
X).update(b).digest(),Bt=V.NTT.encode(rt(st)),at=K.map(Z=>Z.slice());for(let Z=0;Z<r;Z++)V.NTT.encode(at[Z]);let gt=[],Rt=w(S);for(let Z=0;Z<n;Z++){let Ct=jt(V.
NTT.encode(ys(M[Z])),Bt),tt=bt(nt);for(let ut=0;ut<r;ut++){let Ot=We(Rt.get(ut,Z));Ut(tt,jt(Ot,at[ut]))}let it=V.NTT.decode(Pr(tt,Ct));gt.push(m(it,Q[Z]))}Rt.clean();
let qt=yt.create({dkLen:h}).update(pt).update(W.encode(gt)).digest();for(let Z of Q)if(!(Z.reduce((tt,it)=>tt+it,0)<=f))return!1;for(let Z of K)if(ve(Z,o-T))return!1;
return vn(st,qt)}});return Object.freeze({info:Object.freeze({type:"ml-dsa"}),internal:L,securityLevel:F,keygen:L.keygen,lengths:L.lengths,getPublicKey:L.getPublicKey,
sign:(d,b,p={})=>{p=Ve(p);let x=Nn(d,p.context),g=L.sign(x,b,{extraEntropy:p.extraEntropy,externalMu:!1});return ht(x),g},verify:(d,b,p,x={})=>(x=_n(x),kt(d,void 0,
"signature"),L.verify(d,Nn(b,x.context),p,{externalMu:!1})),prehash:d=>{In(d,F);let b=d;return Object.freeze({info:Object.freeze({type:"hashml-dsa"}),securityLevel:F,
lengths:L.lengths,keygen:L.keygen,getPublicKey:L.getPublicKey,sign:(p,x,g={})=>{g=Ve(g);let S=Fn(b,p,g.context),M=L.sign(S,x,{extraEntropy:g.extraEntropy,externalMu:!1});
return ht(S),M},verify:(p,x,g,S={})=>(S=_n(S),kt(p,void 0,"signature"),L.verify(p,Fn(b,x,S.context),g,{externalMu:!1}))})}})}var ms=bs({...xs[2],CRH_BYTES:64,TR_BYTES:64,
C_TILDE_BYTES:32,XOF128:Yr,XOF256:zr,securityLevel:128});export{Co as ed25519,ms as ml_dsa44,co as sha256,zo as weierstrass};
