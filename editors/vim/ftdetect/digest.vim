autocmd BufRead,BufNewFile *.digest,*.digest.txt set filetype=digest

" Text that opens with a digest's banner is one whatever its name; a new file is looked at when it is written.
autocmd BufRead,BufWritePost *.txt if &filetype isnot# 'digest' && digest#OpensWithBanner(getline(1, 40)) | set filetype=digest | endif
