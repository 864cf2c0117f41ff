// The list of sections stands on a page once; the menu of small screens gets a copy before it starts.
const list = document.querySelector('starlight-toc ul');
const menu = document.querySelector('mobile-starlight-toc .dropdown');
if (list && menu) menu.append(list.cloneNode(true));
