// A page that moved: go to its new address and keep the section the link asked for.
const target = document.querySelector('link[rel="canonical"]').href;
location.replace(target.includes("#") ? target : target + location.hash);
